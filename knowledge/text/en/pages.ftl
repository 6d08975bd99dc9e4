### The words of the web pages. Questions, rules, exercises and cards have their words in the other files.
### Calm and plain; no exclamation marks, no promises, nothing that frightens (clinical reference 10).

## Every page

site-name = Plumbline
skip-to-content = Skip to the content
help-link = When to get help
new-tab = (opens in a new tab)
banner-title = Not yet reviewed by a clinician.
banner = Not approved as a medical device by any regulator, though it may count as one in law. Not a diagnosis.
banner-worried = If you are worried, please ask a health professional.
footer-label = About this site
about-link = What this is, and what it is not
learn-link = Short reads about back pain
share-link = Share the self-check
start = Start the self-check
continue = Continue
back = Back
change = Change
print = Print this page
choose = Please choose
or = or
optional = (optional)
why-we-ask = Why we ask:
forgotten = Your answers are sent to work out your plan, then forgotten. Nothing is stored here.
date = { $day } { $month } { $year }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Landing

landing-title = Exercise with back pain, safely and at your pace
landing-lead = Answer some questions about your back and your health. If exercise suits you now, you get a seven-day plan made for your answers. If something should be looked at first, we say so, and say who can help.
landing-about-check = Takes 10 to 20 minutes, depending on how you read. No account. Your answers are sent to work out your plan, then forgotten.
landing-expect = What to expect
    .step-1 = Questions about your back, your health and what you like. "Not sure" is always a good answer.
    .step-2 = If you want, three short tests at home: standing up from a chair, standing on one leg with support near, and a stretch at the wall. You can skip them.
    .step-3 = Your plan for seven days, to read, print or put in your calendar. Or a clear word that someone should see you first, with a letter to take along.
landing-why = Why exercise helps
    .lead = Many studies have looked at exercise for back pain that lasts. On average it helps somewhat, and it is seldom harmful:
    .point-1 = Pain: 12 to 18 points of 100 less than with no treatment, in 249 trials taken together. Everyday function: 5 to 8 points of 100 better.
    .point-2 = Walking: people with a personal walking plan had spells of back pain that limited their day at a rate 15 to 40 per cent lower, in one trial with 701 people.
    .point-3 = Unwanted effects: mostly soreness that passes. Serious ones are rare.
    .honest = These are averages, with moderate certainty. Some people gain more, some gain nothing, and nobody can promise what it will do for you. Keeping at it is the hard part: up to 70 in 100 people do not do the home exercise they were given. So the plan is short.
landing-learn = Read more: short cards about back pain
landing-not = What this is not
    .line-1 = Not a diagnosis, and no replacement for a health professional.
    .line-2 = Not approved as a medical device by any regulator. It may count as one in law.
    .line-3 = Not yet reviewed by a clinician. Until it is, every page says so.
landing-contact = Contact
landing-invented = This studio is invented, as an example: nobody answers there. Whoever runs this site can enter their own details.
landing-invented-mark = (an invented example)
landing-hours = Open
landing-podcast = Our podcast feed
landing-articles = Our articles
landing-telephone = Telephone
landing-mail = Mail
landing-more = Take it with you
podcast-link = Feed for podcast apps
podcast-hint = The short reads as text, one an episode. There is no sound yet.
podcast-title = Plumbline: short reads about back pain
podcast-description = Fourteen short texts about backs, movement and pain. There is no audio yet: each episode is text.
share-hint = It opens the questions, never anybody's plan.

## Questions

birth-year-question = In which year were you born?
birth-year-hint = For example 1968. Plans are for adults, and some questions depend on age.
birth-year-label = year of birth
birth-year-missing = Enter the year you were born, such as 1968.
birth-year-no-year = That is not a year of birth we can use. Enter four digits, such as 1968.
place = Page { $at } of about { $of }
answer-yes = Yes
answer-no = No
answer-none = None of these
answer-unsure = Not sure
answer-prefer-not = Prefer not to say
answer-left-open = Left open
reading-number = Reading { $number }
error-prefix = Please check:
summary-title = Something needs another look
fault-missing-choice = Choose one answer. If you do not know, choose "Not sure".
fault-missing-multi = Choose what applies. If nothing does, choose "None of these".
fault-missing-number = Enter a number. If you do not know, choose "Not sure".
fault-unpaired = Fill in both for each activity: what it is, and a number for how well it goes.
fault-partly = Answer each line, or leave all of them open.
fault-not-a-choice = Choose one of the answers below.
fault-not-a-number = Write a number, such as 2 or 2.5.
fault-not-a-whole-number = Write a whole number, without decimals or words.
fault-out-of-range = Write a number from { $min } to { $max } { $unit }.
fault-too-many = That is too much. At most { $max }.
fault-none-with-others = You chose "None of these" together with something else. Choose one or the other.
fault-contradiction = This does not go together with another answer. Please look at both.
fault-contradiction-pain_7d_worst = Your worst pain is lower than your average pain. Please look at both numbers.
fault-contradiction-bp_dia = Blood pressure has an upper and a lower number, and the upper one is the higher. Fill in as many of one as of the other, or leave both open.
again-before = You answered: { $answer }. We ask this one question again. Both answers are kept, so that you can show them to someone.

## Units

unit-years = years
unit-weeks = weeks
unit-months = months
unit-days = days
unit-days-a-week = days a week
unit-hours = hours
unit-minutes = minutes
unit-minutes-a-day = minutes a day
unit-seconds = seconds
unit-beats-a-minute = beats a minute
unit-out-of-10 = out of 10
unit-falls = falls
unit-mmHg = mmHg
unit-mmol-L = mmol/L
unit--C = °C
unit-cm = cm
unit-kg = kg
unit-reps = times
unit-s = seconds
unit-deg = degrees
unit-m = metres

## Check your answers

review-title = Check your answers
review-lead = This is what you told us. Change what is not right, then continue.
review-continue = This is right, continue
review-before = You first answered: { $answer }

## Telling more

more-title = Tell us more if you like
more-lead = Your plan is ready. Nobody has to open any of these. What you leave out never counts against you: your plan then takes the gentler side.
more-plan = Show my plan
more-open = Not answered
more-unfinished = Needs another look
more-done = Answered
leave-out = Leave this part out
part-rmdq =
    .minutes = About 2 minutes.
    .changes = It helps to find your level. Your plan can leave the gentlest level only with this part and the chair stand of the tests at home.
    .without = If you leave it out: your plan stays at the gentlest level.
part-psfs =
    .minutes = About 2 minutes.
    .changes = If you name running, jumping or heavy lifting, your plan says why it is not in yet, and what fits now. It changes nothing else.
    .without = If you leave it out: your plan stays the same.
part-phq4 =
    .minutes = About 1 minute.
    .changes = If things weigh on you, your plan leans towards calm, flowing movement, and we say where help is.
    .without = If you leave it out: we guess nothing about your mood, and offer no letter about it.
part-fear =
    .minutes = Less than 1 minute.
    .changes = If you fear that movement will harm you, your plan leans towards calm, flowing movement.
    .without = If you leave it out: we guess nothing, and your plan stays the same.
part-inflammation =
    .minutes = About 2 minutes.
    .changes = It can lead to a letter for your doctor. Your plan stays the same.
    .without = If you leave it out: these signs are not looked at, and there is no letter.
part-pain_more =
    .minutes = Less than 1 minute.
    .changes = It is kept with your answers, for whoever you show them to. Your plan stays the same.
    .without = If you leave it out: your plan stays the same.
part-strength =
    .minutes = Less than 1 minute.
    .changes = It is kept with your answers, for whoever you show them to. Your plan stays the same.
    .without = If you leave it out: your plan stays the same.
part-goals =
    .minutes = About 1 minute.
    .changes = If you name running, jumping or heavy lifting, your plan says why it is not in yet, and what fits now. It changes nothing else.
    .without = If you leave it out: your plan stays the same.
part-home =
    .minutes = About 8 minutes.
    .changes = They say what to train first, and the chair stand helps to find your level.
    .without = If you leave them out: your plan rests on your answers alone, at the gentlest level.
activity-hint = Name up to three. For each, say how well you can do it today.
activity-name = What is it? For example gardening, or putting on socks.
activity-how-well = How well can you do it today?

## What a clinician said

clearance-title = What a health professional said
    .line-1 = Use this page if a health professional has already looked at this. We cannot check it, so we go by your word, and keep the effort of your plan at 5 of 10 at most.
    .line-2 = If several people saw you, fill it in for one of them, and choose only what that person knows about.
clearance-about = What did they look at?
    .hint = Choose only what they knew about when they gave their answer.
clearance-about-missing = Choose what they looked at.
clearance-who = What is their name?
    .hint = The person, or the practice or clinic.
    .label = who
clearance-who-missing = Enter the name of the person, practice or clinic.
clearance-profession = What is their profession?
    .label = profession
    .choice-family-doctor = Family doctor
    .choice-specialist-doctor = Specialist doctor, such as a heart doctor or a surgeon
    .choice-physiotherapist = Physiotherapist
    .choice-nurse = Nurse
    .choice-midwife = Midwife
    .choice-other = Another health professional
clearance-profession-missing = Choose a profession.
clearance-day = On what day did they give their answer?
    .hint = For example 27 3 2026. If you are not sure, take the earliest day it may have been.
    .label = day
    .day = Day
    .month = Month
    .year = Year
clearance-date-missing = Enter a day, a month and a year, such as 27 3 2026.
clearance-date-future = That day is still to come. Enter the day on which they gave their answer.
clearance-verdict = What did they say about an exercise plan?
    .label = answer
    .choice-ok = I can start
    .choice-ok-with-limits = I can start, with limits
    .choice-not-ok = I should not start
    .choice-wants-to-see = They want to see me first
clearance-verdict-missing = Choose what they said.
clearance-limits = Which limits did they set?
    .hint = In their words. They are printed on your plan. The plan itself cannot read them.
    .label = limits
clearance-limits-missing = Write down the limits, or choose another answer above.
clearance-too-long = That is too long. Please shorten it.
clearance-refused = You told us that a health professional does not want you to start yet. So there is no plan for now.
clearance-not-enough = Thank you. What you told us does not open a plan yet. Each thing in the list below needs an answer, and an answer counts for one year.
waiting-seen = If somebody has already looked at this
    .why = If a doctor or another health professional has looked at what is listed above, tell us what they said. Then we look again. If you have not been seen yet, come back afterwards and answer the questions again: we keep nothing.
    .button = I have already been seen about this
    .change = Change what I was told

## Too young

too-young-title = This is for adults
    .line-1 = We make plans for people from 18 years of age. We ask for the year only, so in the year of your eighteenth birthday you may have to wait for the next one.
    .line-2 = Back pain when you are young deserves somebody's time. A parent, your family doctor, a physiotherapist or a school nurse is a good person to talk to.
    .line-3 = If you have new numbness between your legs, trouble passing urine, weak legs or a fever, tell an adult now.
    .again = I typed the wrong year

## Emergency

call-number = Call { $number }
emergency-letter = A note for the people who help you (PDF)
mistake = I pressed this by mistake

## Holds

hold-because = Why we say this
hold-letter = A letter to take along
urgent-today = Please speak to a doctor today
urgent-letter = It says what you told us, in the order in which a clinician needs it. Nothing is sent: you decide who sees it.
urgent-letter-pdf = Get the letter (PDF)
waiting-letter = It asks for a go-ahead and has boxes for the answer. Nothing is sent: you decide who sees it.
waiting-letter-pdf = Get the letter (PDF)
waiting-card-pdf = The card for the next days, with the letter (PDF)
incomplete-answer = Answer this

## Home tests

home-title = Three short tests at home
home-lead = They make your plan more personal. Without them it rests on your answers alone. Both are fine.
home-do = Do the tests, about 8 minutes
home-skip-all = Leave the tests out
home-before = Before you begin
    .line-1 = Wear shoes you feel steady in, and have a wall or a firm chair beside you.
    .line-2 = Do each test at least twice. Twice tells us more than once.
    .line-3 = Stop a test if your pain goes up by 3 or more, or reaches 7 out of 10. A test that was stopped is never counted as a low score.
    .line-4 = The results say what to train first. They are not a diagnosis, and small differences are normal.
home-write-down = What you counted or measured
home-attempt = Attempt { $number }
home-attempt-left = Left leg, attempt { $number }
home-attempt-right = Right leg, attempt { $number }
home-missing = Write down this attempt, or skip the test.
home-skip = Skip this test
home-hurt = It hurt, so I stopped
home-MT-39-reading = Reading the angle: look in a mirror from the side, and think of a clock. An arm straight up is 12 o'clock and 180 degrees, 11 o'clock is 150, 10 o'clock is 120, straight ahead is 90.
timer-start = Start the timer
timer-stop = Stop
timer-ready = Get ready
timer-go = Go
timer-done = Time is over
timer-without = Use a clock or the timer of a telephone.

## Plan

plan-pdf = Get the plan as PDF
plan-calendar = Put it in my calendar
plan-keep = We do not keep your plan. Print or save it if you want to have it later.
plan-letter = You can take this to your doctor if you like. Nothing is sent: you decide who sees it.
plan-letter-inflammation = The letter about signs of inflammation (PDF)
plan-letter-mood = The letter about mood and worry (PDF)
plan-cautions = Good to know for you
plan-opportunities = Training opportunities
plan-effort = How hard it should feel
plan-safety-short = If one of the signs below is new or gets worse, get help first.
plan-safety-link = All the signs, and whom to call
plan-stop-link = When to stop a session
plan-day-off = day off
plan-no-session = A day off from the plan. Ordinary activity is welcome.
plan-read = A short read:
plan-week-checks = Check at the end of the week
plan-minimum = The shortest session, for busy days
plan-moves = How to do each move
plan-start = Start:
plan-move = Move:
plan-limits = For you:
plan-easier = To make it gentler:
plan-not-offered = What you asked for, and what fits better now
plan-stop = When to stop
plan-status = What this plan is, and what it is not
plan-fingerprint = Mark of this plan:
plan-change = Change my answers
plan-share = Share the self-check with someone. It opens the questions, never your plan.

## Short reads

learn-title = Short reads about back pain
learn-lead = Each takes a minute or less, and ends with one small thing to try.
card-try = Try this:
card-sources = Where this comes from
card-next = Next:
card-all = All short reads

## Safety card

safety-lead = These signs are rare. If one of them is new or gets worse, call the emergency number or go to the nearest emergency department. Do not drive yourself if your legs are weak.
safety-your-number = your emergency number
safety-stop-lead = While you exercise:
safety-numbers = Numbers to call
safety-country = Country
safety-emergency = Emergency
safety-advice = Advice
safety-none = none known to us
safety-numbers-status = Numbers for advice can differ from region to region. Not all of these have been verified yet.

## About

about-title = What this is, and what it is not
about-lead = Plumbline asks about your back and your health, and suggests exercise that fits your answers, or says who should see you first.
about-status = Where it stands
    .item-1 = Not approved as a medical device by any regulator.
    .item-2 = It may count as a medical device in law.
    .item-3 = Not a diagnosis, and no replacement for a health professional.
    .item-4 = Not yet reviewed by a clinician.
about-signed = What has been signed
about-signed-none = None of its { $items } rules, questions, tests, exercises and cards has been reviewed and signed by a clinician.
about-signed-some = { $signed } of its { $items } rules, questions, tests, exercises and cards have been reviewed and signed by a clinician, as they stand.
about-signed-what = A signature holds for the exact words it was given for. When they change, it ends. The notice at the foot of a page goes only when everything used on that page is signed.
about-pack = Mark of the knowledge in use:
about-help = When to seek help
about-help-words = If something is new, gets worse or worries you, ask a health professional. If you have one of the signs on the safety card, do not wait.
about-answers = What happens to your answers
    .line-1 = They are sent to work out your plan, then forgotten. They are not written to a database, a log or an address, and there is no account.
    .line-2 = While you answer, they travel in the page itself. Closing the page ends that. Nobody else is told, and nothing is loaded from other sites.

## Share

share-title = Share the self-check
share-lead = A plan is made for one person's answers and may not suit another. So what you share is the self-check: everybody starts with their own answers.
share-address = Address of the self-check
share-mail = Write a mail with it
share-mail-subject = A self-check for back pain
share-mail-body = Here are questions about your back that end in a seven-day exercise plan or in a word on who should see you first: { $address }
share-why = Your own answers and your plan are not in this address.

## When something goes wrong

error-not-found = This page is not here
    .line-1 = The address may have a slip in it, or the page has moved.
    .line-2 = Nothing that was saved has been lost.
error-wrong-method = This page opens from the self-check only
    .line-1 = Plans and letters are made from your answers, and your answers are never in an address. So a plan cannot be opened by its address alone.
    .line-2 = Go back in your browser if you still have your plan open there, or answer the questions again.
error-too-large = That was more than we can take
    .line-1 = What arrived is far larger than any form here. Nothing was kept.
    .line-2 = Go back in your browser to find your answers as they were, shorten long texts, and send the page again.
error-unreadable = We could not read what was sent
    .line-1 = It did not look like one of our forms. Nothing was kept.
    .line-2 = Go back in your browser to find your answers as they were, and send the page again.
error-ours = Something went wrong on our side
    .line-1 = It was not your doing. Your answers were not kept.
    .line-2 = Go back in your browser to find your answers as they were, and try again in a minute.
error-home = To the first page
