### The daily cards: each is read in a minute or less.
### .body has a blank line between paragraphs; .try is one small thing to try.

ED-01 = Your back is strong
    .title = Your back is strong
    .body =
        Your back is a strong structure of bone, muscle and ligament. It carries you all day, and it is built to move and to be loaded.

        Serious causes of back pain are rare: in one group of 1,172 people seen for new back pain, about 1 in 100 had one. That is why safety questions come first. After that, most back pain is better understood as a sensitive or stiff back than as an injured one. And a sensitive back can be trained.
    .try = Think of one thing your back has let you do today, however small.

ED-02 = Hurt is not the same as harm
    .title = Hurt is not the same as harm
    .body =
        Some pain while you exercise does not mean that you are doing harm. Studies compared exercise with some pain and exercise without. Those who allowed some pain did at least as well: a little better in the first months, and no worse later.

        What matters is how much the pain rises, where it goes, and whether it settles. A small rise that is back to usual by the next morning is fine. A large rise, or pain that travels further down the leg, is a reason to stop that exercise for now. If it does not settle, ask a health professional.
    .try = Next morning, take ten seconds to note how your back feels compared with most mornings.

ED-03 = Stay active, in your own way
    .title = Stay active, in your own way
    .body =
        Guidelines agree on this: keep up your normal activity as far as you can. Most people with a new spell of back pain get better anyway, and ordinary comfortable movement is part of that.

        Staying active does not mean pushing through. It means keeping some of your usual day going: getting up, pottering, meeting people, doing a lighter version of your tasks. If a clinician has asked you to hold back, follow that first.
    .try = Pick one usual task you have put off, and do a smaller version of it today.

ED-04 = Sleep counts too
    .title = Sleep counts too
    .body =
        Sleep is part of how you are doing, like pain and mood. One short night is nothing to worry about.

        When your sleep has been poor for a week, take a lighter week: do the shortest session, and pick up again afterwards. A lighter week is no step back.

        There is no perfect position for sleeping. The comfortable one is fine, and so is changing it.
    .try = Tonight, give last night's sleep a number from 0 to 10. The trend says more than any single night.

ED-05 = Pacing: the same on good days and on harder days
    .title = Pacing: the same on good days and on harder days
    .body =
        On a good day it is tempting to do everything at once, and to pay for it the day after. On a hard day it is tempting to do nothing.

        Pacing goes between the two. You have a set amount, your quota. On good days you stop there, or at most a tenth above it. On harder days you still do it, or the shortest session, unless one of the stop signs comes up. Small and steady adds up: your quota grows by a little each week, not by how the day feels.
    .try = Choose one task and decide how long before you begin. Stop when the time is up, even if you could go on.

ED-06 = A flare is a bump in the road
    .title = A flare is a bump in the road
    .body =
        A flare is a spell of hours to weeks when pain is harder to bear and gets in the way of your day. Having one does not mean that you are back at the start.

        There is a way through it. First look at the safety card. Then a few easier days: a comfortable position, a few gentle movements, short walks of 3 to 5 minutes several times a day, warmth if you like it, and 50 to 70 per cent of your usual activity. Then you build up again over about 10 days. If it has not settled after 14 days, see a doctor or physiotherapist.
    .try = Write down two things that eased your last hard spell, so that you have them at hand.

ED-07 = A slow breath out
    .title = A slow breath out
    .body =
        Your breath goes with you in every exercise: breathe out on the effort, and never hold it. On its own, slow breathing is our way to wind down.

        Try about six slow breaths a minute, in a position that is easy for you. Let your ribs widen as you breathe in, and make the breath out the longer part. There is nothing to force. If you feel light-headed, go back to breathing as you usually do.
    .try = Before your next session, take six slow breaths and see what your shoulders do.

ED-08 = Walking is a good default
    .title = Walking is a good default
    .body =
        Walking needs no equipment, fits most days and is easy to measure. In a trial of 701 people who had recovered from back pain, those with a personal walking plan had fewer spells that stopped their usual activity: the rate was 15 to 40 per cent lower.

        The way there was gradual: a comfortable start, a little more each week, towards 30 minutes on 5 days within 6 months. Several short walks count too. As you do more, look after your feet and calves too.
    .try = Find one short errand this week that you can do on foot.

ED-09 = Two scales, two questions
    .title = Two scales, two questions
    .body =
        There are two scales from 0 to 10, and they ask different things.

        Pain: 0 is no pain, 10 is the worst you can imagine. Your number is yours; there is no right answer. What counts is how it changes from your own start.

        Effort: 0 is sitting still, 10 is the most you could do. At 1 to 4 you could sing. At 5 to 6 you can talk but not sing. At 7 to 8 only a few words come out. Effort can be 5 while pain is 2, and the other way round.
    .try = Next time you climb stairs or walk to a shop, give the effort a number. Could you talk? Could you sing?

ED-10 = Stress, mood and pain
    .title = Stress, mood and pain
    .body =
        Worry, low mood and fear of moving can come along with back pain. That does not mean the pain is in your mind. It means that you carry more than one load.

        Guidelines name relaxation, mindfulness and talking therapies among the choices for long-lasting back pain, and mood deserves as much care as pain. If you are carrying a lot, tell your family doctor. That is a good reason for a visit.

        If you ever think of harming yourself, call the emergency number or someone you trust at once.
    .try = Name one person you could tell how this week has been.

ED-11 = Small steps go further
    .title = Small steps go further
    .body =
        Training moves in small steps on purpose. Walking grows by about a tenth a week. An exercise gets harder one step at a time: first more repetitions, then another set, then a harder version, then a little more weight.

        A step comes only when two sessions running felt easy enough and pain stayed calm. If a movement worries you, make the first step smaller still: less range, more support, slower. Getting used to it is the training. Going a step back for a while is normal.
    .try = Choose one movement you have been careful with. What would the smallest version look like?

ED-12 = The next position is a good one
    .title = The next position is a good one
    .body =
        Many people are told to sit up straight. A large review of 41 earlier reviews found no agreement that posture causes back pain. Small differences between left and right are the rule too.

        So there is no single right way to sit or stand. If a position is comfortable, use it. If it becomes uncomfortable, change it. Sit back, lean forward, stand up, take a few steps. Some people find that long sitting brings on their pain; then shorter spells help, and moving a little in between.
    .try = Next time you sit for a while, change your position before you feel that you must.

ED-13 = When to ask for help
    .title = When to ask for help
    .body =
        Most back pain needs no urgent care. A few signs do, and then it is good to know them.

        Call the emergency number for: new numbness between the legs or around the back passage; new trouble passing urine, or new leaking; new loss of bowel control; weakness of both legs; chest pain, breathlessness at rest, collapse, or sudden severe belly or tearing back pain.

        See a clinician today or tomorrow for: a leg that is getting weaker, new pain down both legs, fever with back pain, weight loss without a reason, or pain after a fall.

        The safety card has the whole list. If you are unsure, ask the same day.
    .try = Find your safety card. It is on the first page of your plan, and you can print it.

ED-14 = Staying with it
    .title = Staying with it
    .body =
        On average, exercise takes 12 to 18 points of 100 off long-lasting back pain, compared with no treatment. That is a modest help, and it comes with doing it, not with doing it perfectly. Up to 70 in 100 people do not manage the home exercise they were given, so finding it hard is normal.

        What helps: a goal that matters to you, short sessions, a reminder you chose, writing down what you did, a plan for the day when something gets in the way, and somebody to talk to. Part of a session counts. The smallest session takes 6 minutes.
    .try = Decide when and where your next session will be. What could get in the way, and what would you do then?
