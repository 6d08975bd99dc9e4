### Outcome instruments that may be shipped with their words (licence A), and our own.
###
### The items of OM-01, OM-10 and OM-17 are published forms: never reword, shorten or reorder them.
### OM-01: all 24 items were compared with copies of the form its authors distribute, the introduction and items 1 to 15
### also with the PhenX toolkit. They agree but for two details, in which this file follows PhenX: "than" in item 9 (the
### authors' copy prints "then") and the comma after "Because of my back" in item 4.
### OM-02, OM-03, OM-12 and OM-19 are public methods or our own, in our own words.

OM-01 = Roland-Morris Disability Questionnaire
    .lead =
        When your back hurts, you may find it difficult to do some of the things you normally do.

        This list contains sentences that people have used to describe themselves when they have back pain. When you read them, you may find that some stand out because they describe you today.

        As you read the list, think of yourself today. When you read a sentence that describes you today, put a tick against it. If the sentence does not describe you, then leave the space blank and go on to the next one. Remember, only tick the sentence if you are sure it describes you today.
    .item-01 = I stay at home most of the time because of my back.
    .item-02 = I change position frequently to try and get my back comfortable.
    .item-03 = I walk more slowly than usual because of my back.
    .item-04 = Because of my back, I am not doing any of the jobs that I usually do around the house.
    .item-05 = Because of my back, I use a handrail to get upstairs.
    .item-06 = Because of my back, I lie down to rest more often.
    .item-07 = Because of my back, I have to hold on to something to get out of an easy chair.
    .item-08 = Because of my back, I try to get other people to do things for me.
    .item-09 = I get dressed more slowly than usual because of my back.
    .item-10 = I only stand for short periods of time because of my back.
    .item-11 = Because of my back, I try not to bend or kneel down.
    .item-12 = I find it difficult to get out of a chair because of my back.
    .item-13 = My back is painful almost all the time.
    .item-14 = I find it difficult to turn over in bed because of my back.
    .item-15 = My appetite is not very good because of my back pain.
    .item-16 = I have trouble putting on my socks (or stockings) because of the pain in my back.
    .item-17 = I only walk short distances because of my back.
    .item-18 = I sleep less well because of my back.
    .item-19 = Because of my back pain, I get dressed with help from someone else.
    .item-20 = I sit down for most of the day because of my back.
    .item-21 = I avoid heavy jobs around the house because of my back.
    .item-22 = Because of my back pain, I am more irritable and bad tempered with people than usual.
    .item-23 = Because of my back, I go upstairs more slowly than usual.
    .item-24 = I stay in bed most of the time because of my back.
    .none = None of these sentences describes me today

OM-02 = Back pain, 0 to 10
    .lead = Choose the number that fits best.
    .item-01 = How strong was your back pain on average over the last 7 days?
    .now = How strong is your back pain right now?
    .worst = How strong was your back pain at its worst in the last 7 days?
    .leg = How strong was your leg pain on average over the last 7 days?
    .low = no pain
    .high = the worst pain you can imagine

OM-03 = Your own activities
    .lead = Name three activities that matter to you and that your back makes difficult or impossible. You may name up to five. Rate each for today. We ask about the same ones each time.
    .item-01 = First activity
    .item-02 = Second activity
    .item-03 = Third activity
    .item-04 = Fourth activity
    .item-05 = Fifth activity
    .low = unable to do it
    .high = able to do it as before my back trouble

OM-10 = Mood and worry
    .lead = Over the last 2 weeks, how often have you been bothered by the following problems?
    .item-01 = Feeling nervous, anxious or on edge
    .item-02 = Not being able to stop or control worrying
    .item-03 = Little interest or pleasure in doing things
    .item-04 = Feeling down, depressed, or hopeless
    .choice-0 = Not at all
    .choice-1 = Several days
    .choice-2 = More than half the days
    .choice-3 = Nearly every day

OM-12 = Change since you started
    .lead = Think of your back now, and of your back when you started here.
    .item-01 = Compared with then, how is your back now?
    .low = very much worse
    .middle = no change
    .high = completely recovered

OM-14 = How active you are
    .lead = Think of a typical week.
    .item-01 = On average, how many days per week do you engage in moderate to strenuous exercise (like a brisk walk)?
    .item-02 = On average, how many minutes do you engage in exercise at this level?
    .strength = On how many days a week do you do exercises that strengthen your muscles?

OM-17 = Pain, enjoyment of life, general activity
    .item-01 = What number best describes your pain on average in the past week?
    .item-02 = What number best describes how, during the past week, pain has interfered with your enjoyment of life?
    .item-03 = What number best describes how, during the past week, pain has interfered with your general activity?
    .low-01 = No pain
    .high-01 = Pain as bad as you can imagine
    .low-02 = Does not interfere
    .high-02 = Completely interferes
    .low-03 = Does not interfere
    .high-03 = Completely interferes

OM-18 = Sessions done
    .lead = The share of your planned sessions, minutes and exercises that you did this week. Part of a session counts.

OM-19 = Sleep
    .item-01 = How well did you sleep over the last 7 days?
    .low = as badly as I can imagine
    .high = as well as I can imagine

OM-19b = Days off
    .item-01 = On how many of the last 7 days did your back keep you from work or from what you usually do?

OM-19c = Painkillers
    .item-01 = On how many of the last 7 days did you take a medicine for pain?
