# The words of handouts, letters and cards.

## Handout

handout-seven-day = Your 7-day plan
handout-six-week = Your six-week "Fit For Life" programme
handout-maintenance = Keep going: six weeks to keep what you have
handout-made = Made for one person's answers on { $date }.
handout-check-again = Check again after { $date }, or at once with any new symptom.
handout-basis-answers = Based on your answers only, no movement assessment.
handout-basis-tests = Based on your answers and on the tests that were done.
handout-effort-scale = Effort runs from 0 (sitting still) to 10 (as hard as you can). At 5 to 6 you can talk but not sing.
handout-effort-cap = Stay at { $cap } or below.
handout-effort-breath = Breathe out when it is hard, and never hold your breath.
handout-shared-self-check = This plan fits one person. To share, pass on the self-check:
handout-no-session-unsure = No session today, because an answer is open that it depends on: { $question }. Find it out first, or ask your doctor.
handout-reported = This plan rests on what you told us of a health professional's answer. We have not seen that answer, so the effort stays at { $cap } of 10 at most.
handout-reported-limits = The limits you told us of: { $limits }. The plan cannot read them. Leave out whatever goes against them, and show the plan to the person who set them.
handout-opportunity-confidence = How sure we are: { $confidence }
handout-opportunity-first = First exercise: { $exercise }
handout-opportunity-note = Posture and small differences between sides are not known to cause back pain. These are places to start training, not a diagnosis.
handout-fell-back = We could not fit a full programme to your answers. Here is the shortest session, which you can do every day.
handout-section-status = Please note
handout-section-good-to-know = Good to know for you
handout-section-asked-for = What you asked for
handout-section-opportunity = A good place to start
handout-section-effort = How hard
handout-section-why = Why
handout-section-not-answered = Not answered yet
handout-check = Check: { $check }
handout-before = Before each session: { $questions }
handout-plan = Plan { $fingerprint }
handout-leads-to = Leads to { $exercise }
handout-in-place-of = In place of { $exercise }
handout-not-offered = { $activity }: { $because } { $instead }
handout-no-equipment = What you need that not everybody has: { $list }
handout-load-start = Start with about { $kilograms } kg.

confidence-low = low
confidence-medium = medium
confidence-high = high

## Status: on every page, plan and letter until every rule on it is signed

status-device = Plumbline is not approved as a medical device by any regulator. In law it may count as one.
status-diagnosis = This is not a diagnosis.
status-review = Its rules have not yet been reviewed by a clinician.
status-help = See a doctor or physiotherapist if your pain gets worse, if anything new appears, or if you are unsure.
# In a letter, which a doctor reads: what the person knows, and that nothing here stands for the doctor's own judgement.
status-help-letter = This person has been given the list of signs that need help straight away. Your own assessment comes before anything written here.

## Weeks, days and sessions

week-title = Week { $number }: { $phase }
week-title-only = Your week
week-effort = Effort up to { $cap } of 10
phase-settle = settle and learn
phase-groove = find your rhythm
phase-build-1 = build up
phase-deload = lighter week
phase-build-2 = build up again
phase-transfer = into daily life
phase-first-week = your first week
phase-keep = keep going
check-form = Have somebody watch your form once.
check-next-morning = Note your pain each morning.
check-two-for-two = If two sessions in a row felt easy and your pain settled, the next step comes.
check-mid-point = Answer the short questions about your back again.
check-review = Look back with your coach: what fits, what does not?
check-re-test = Repeat the tests, and decide what comes next.
check-keep = You know these moves. Two strength sessions and your walks are what counts.
check-screen-again = Answer all health questions again, and decide what comes next.
check-month-3 = 3 months since you began: answer the questions about your back again.
check-month-6 = 6 months since you began: answer the questions about your back again.
check-month-12 = 12 months since you began: answer the questions about your back again.
check-check-again = After the week, do the self-check again.
day-title = { $weekday } { $day } { $month }
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
session-strength = Strength { $name }
session-strength-only = Strength
session-aerobic = Heart and lungs
session-aerobic-A01 = Walking
session-aerobic-A02 = Walking
session-aerobic-A03 = Cycling
session-aerobic-A04 = Cycling
session-aerobic-A05 = Walking in water
session-aerobic-A06 = Moving in water
session-aerobic-A07 = Swimming
session-aerobic-and-mobility = { $first } and mobility
session-both = { $first } and { $second }
session-mobility = Gentle mobility
session-mind-body = Yoga and tai chi
session-minimum = The shortest session
session-relief = Relief: ease, breathing, short walks
session-minutes = { $minutes ->
    [one] About 1 minute
   *[other] About { $minutes } minutes
}
session-warm-up = Warm-up: { $dose }

## Doses

dose-reps = { $sets ->
    [one] { $reps ->
        [one] once
       *[other] { $reps } times
    }
   *[other] { $sets } sets of { $reps }
}
dose-reps-by-set = sets of { $list }
dose-hold = { $sets ->
    [one] hold { $seconds } seconds
   *[other] { $sets } times, hold { $seconds } seconds each
}
dose-rep-hold = hold { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
} each time
dose-minutes = { $sets ->
    [one] { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
   *[other] { $sets } times { $minutes ->
        [one] 1 minute
       *[other] { $minutes } minutes
    }
}
dose-minutes-half = { $sets ->
    [one] { $minutes }½ minutes
   *[other] { $sets } times { $minutes }½ minutes
}
dose-seconds = { $sets ->
    [one] { $seconds } seconds
   *[other] { $sets } times { $seconds } seconds
}
dose-metres = { $sets ->
    [one] { $metres } metres
   *[other] { $sets } times { $metres } metres
}
dose-breaths = { $sets ->
    [one] { $breaths } breaths
   *[other] { $sets } times { $breaths } breaths
}
dose-intervals = { $rounds } rounds: { $work } brisk, then { $rest } easy
dose-per-side = on each side
dose-variations = in each of { $count } ways
dose-load = with { $kilograms } kg
dose-step = step of { $centimetres } cm
dose-effort = effort up to { $cap }
dose-reserve = stop while you could still do { $reps } more

## Reasons

reason-template = { $aim }
reason-pattern = It trains this every week: { $pattern }.
reason-named-move = It is one of the three core moves of this plan, or leads to one.
reason-stands-in-tag = It stands in for { $named }: { $tag }.
reason-stands-in-easier = It is the easier step towards { $named }.
reason-stands-in-harder = It is the next step after { $named }.
reason-stands-in-pattern = It trains the same movement as { $named }, which does not fit you now.
reason-finding = It fits what was found: { $opportunity } (how sure: { $confidence }).
reason-liked = You said you like it ({ $word }).
reason-own-activity = It is close to what you want to do again: { $activity }.
transfer-stairs_and_ground = stairs, hills and getting down to the ground
transfer-turning = turning and reaching
transfer-lifting_things = lifting and carrying things
reason-most-days = It is your { $what } for most days of the week.
most-days-balance = balance work
most-days-back_extensors = work for the muscles along the back
reason-minimum-session = It belongs to the shortest session.
reason-blocked = Left out because { $tag } ({ $rule }).
reason-blocked-instead = Left out because { $tag } ({ $rule }); instead: { $instead }.
reason-no-dose = It is not offered at your level now.
reason-warm-up-only = At your level it belongs to the warm-up, and there was no place for it there.
reason-directional-only = It is for people whose pain clearly eases in one direction; that has not been tested.
reason-equipment = You said you do not have what it needs: { $list }.
reason-load = Its load is above what fits your back right now.
reason-avoided = What was found speaks against it for now.
reason-aggravates = It goes to the end of a direction that hurts you; it may come back one small step at a time.
reason-intervals-later = Intervals come when steady walking is easy.
reason-disliked = You said you do not like it ({ $word }), and something else trains the same.
reason-full = The plan already has its { $max } different moves.
reason-not-needed = It would be fine for you, but the plan already trains this.
reason-not-needed-instead = It would be fine for you; { $instead } trains this already.
reason-rule = Rule { $rule }

## Keeping what was reached

keeping-check-ins = When to check in
keeping-check-in = { $months } months after you began: { $date }.
keeping-asked = You are asked how your back limits your day, how strong the pain was in the last seven days, how your own activities go, how your mood is, how active you are, and how you have changed since you began. It takes about 4 minutes.
keeping-tell = If your pain gets worse before that, do not wait for the day.
keeping-flare = If you have a flare-up: the way back
    .step-1 = A flare-up is a spell of hours to weeks when pain is harder to bear and gets in the way of your day. It does not mean that you are back at the start.
    .step-2 = First look at the safety card, and answer the short questions before a session. Can you walk on your heels and on your toes as before? If a sign is there, or a leg is weaker, do what the card says. That comes before all else.
    .step-3 = Days 1 and 2: rest a little, but not in bed. A comfortable position, slow breaths, small gentle movements, short walks of 3 to 5 minutes, 3 to 6 times a day, warmth if you like it. Keep doing 50 to 70 per cent of your usual day.
    .step-4 = Days 3 to 5: the gentlest form of each move, half as much. Walk 50 to 70 per cent of what you did. Go on when two sessions have gone well.
    .step-5 = Days 6 to 10: about three quarters of your plan. When two sessions have gone well, take up your plan one step below where you were.
    .step-6 = Tell of it when you log a session, and these days are planned for you.
    .step-7 = If it has not settled after 14 days, see a doctor or physiotherapist.

## Waiting card

waiting-day = Day { $number }
waiting-walk-line = A comfortable walk, as long as it feels easy. You can split it into short ones.
waiting-light-line = Your usual light activities.

## Letters

letter-urgent-title = Handover: an answer that needs a doctor's attention
letter-clearance-title = Request: is an exercise programme suitable?
letter-urgency-emergency = Emergency, today: { $why }
letter-urgency-urgent = Urgent, within 24 to 48 hours: { $why }
letter-urgency-same-day = Urgent, the same day: { $why }
letter-urgency-routine = Routine: clearance before an exercise programme. { $why }
letter-date = Answers given on { $date }
letter-reasons = What led to this letter
letter-reason = { $title } ({ $rule }). { $observed }
letter-reason-alone = { $title } ({ $rule }).
letter-reason-silence = { $observed } (RF-45: what is not known is treated as possible)
observed-age = Age: { $value }
observed-bmi = Body mass index: { $value }
letter-first = Answered first, then called a mistake
letter-first-line = { $question }: first "{ $first }", then "{ $then }"
letter-onset = Onset and course
letter-onset-days = Days since it began: { $days }
letter-onset-course = Course: { $course }
letter-onset-unknown = Not stated.
letter-positives = What the person told us
letter-negatives = Asked, and answered no
letter-unknown = Asked, and not answered or not sure
letter-none = None.
letter-answer-line = { $question }: { $answer }
letter-told = What the person was told
letter-proposed = What is proposed
letter-proposed-effort = Effort at most { $cap } of 10 (moderate is 5 to 6), starting gently, with gradual progress.
letter-proposed-modes = Core activation, gentle strength, mobility, balance, and low-impact aerobic work such as walking, cycling or swimming. No running, jumping or heavy lifting.
letter-branch = Pre-participation branch: { $rules }
letter-readings = Blood pressure and medicines
letter-bp = Blood pressure: { $systolic } / { $diastolic } mmHg
letter-bp-unknown = Blood pressure: not known.
letter-medicines = Medicine groups: { $list }
letter-medicines-none = Medicine groups: none of those asked about.
letter-asked = What we ask of you
letter-reply-intro = Please tick one answer below, sign it, and give this page back to the person. Without a reply the programme stays on hold.
letter-reply-ok = OK to start
letter-reply-limits = OK with these limits: ______________________________
letter-reply-not-ok = Not OK
letter-reply-see = I want to see the person first
letter-urgency-offered = For information, no hurry: { $why }
letter-outcome-title = Request: please have a look before exercise goes on
letter-urgency-outcome = Routine, before the next block of exercise. { $why }
letter-outcome-worse = Worse at the end of these weeks than at their start.
letter-outcome-no-gain = No gain, although most of the sessions were done.
letter-outcome-reason = { $why } ({ $rule })
letter-outcome-measured = At the start of the block, and now
letter-outcome-done = What was done
letter-outcome-days = From { $from } to { $to }.
letter-outcome-asked = Please see what may be behind this, and whether physiotherapy or something else fits better. Meanwhile no new block of exercise is planned.
letter-inflammation-title = Question: could this back pain come from inflammation?
letter-inflammation-not-asked = Eye inflammation and bowel disease were not asked about.
letter-inflammation-asked = Please see whether a joint specialist or further tests are right for this person. Exercise goes on meanwhile.
letter-mood-title = Request: support with worry or low mood
letter-mood-scores = Scores of the questions on mood
letter-mood-no-inference = These are screening scores. They are no diagnosis, and nothing about risk is concluded from them.
letter-mood-wish = What the person would like
letter-mood-wish-line = ________________________________________________________
letter-provenance = Self-reported, unexamined.
said-yes = yes
said-no = no
said-unsure = not sure
said-prefer-not = prefer not to say
said-none = none of these
said-missing = not answered
emergency-line = Emergency: { $number }
advice-line = Medical advice: { $number }
