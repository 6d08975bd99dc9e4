# Low-impact aerobic work (5.6). The talk test leads: moderate is when you can talk but not sing.

A01 = Brisk walk
    .aim = Trains your heart, lungs and legs, and helps your back to stay well.
    .start = Put on comfortable shoes and choose a level way. Start slowly for the first minutes.
    .move = Walk at a pace that makes you breathe deeper. Let your arms swing and look ahead. Walk the time in your plan, no more on good days. Slow down for the last minutes.
    .cue-1 = You can talk, but not sing.
    .cue-2 = Quick steps, about 100 a minute or more if that feels right.
    .easier-hint = Split the time into shorter walks over the day.
    .hint-ST = Walk in short spells with rests sitting down, and lean a little on poles or a trolley.
    .hint-FALL = Walk along a rail or on an even track.

A02 = Interval walk
    .aim = Trains your heart and lungs with short spells of brisk walking.
    .start = Choose a level way and walk easily for a few minutes first.
    .move = Walk briskly for the first part of each round, then easily until your breath is calm. Repeat for the number of rounds in your plan. Slow down at the end.
    .cue-1 = Brisk part: you can talk, but not sing.
    .cue-2 = Easy part: let your breath calm down.
    .easier-hint = Do fewer rounds, or make the brisk part a little slower.
    .hint-ST = Sit down between the brisk parts.

A03 = Upright cycle
    .aim = Trains your heart, lungs and thighs without impact.
    .start = Set the saddle so that your knee is still a little bent, 25 to 35 degrees, when the pedal is at the bottom. Hold the bars lightly.
    .move = Pedal easily for the first minutes, then at a pace that makes you breathe deeper. Keep your shoulders loose. Pedal easily again at the end.
    .cue-1 = You can talk, but not sing.
    .cue-2 = Sit tall, with hips still on the saddle.
    .easier-hint = Turn the resistance down, and pedal a little less long.
    .hint-DF = Raise the bars so that you sit upright, and stay on the saddle for 15 minutes at most at first.

A04 = Recumbent cycle
    .aim = Trains your heart, lungs and thighs while your back is supported.
    .start = Sit with your back against the backrest. Slide the seat so that your knee is still a little bent when the leg is longest.
    .move = Pedal easily for the first minutes, then at a pace that makes you breathe deeper. Rest your hands on the handles. Pedal easily again at the end.
    .cue-1 = You can talk, but not sing.
    .cue-2 = Back stays against the backrest.
    .easier-hint = Turn the resistance down, and pedal a little less long.
    .hint-ST = Sitting back suits you well; it is one of your best choices.
    .hint-HR = Slide the seat back, so that your hip bends less.
    .hint-FALL = There is hardly any risk of falling here; it is one of your best choices.
    .hint-DF = Sit for 15 minutes at most at a time.

A05 = Walking in a pool
    .aim = Trains your heart, lungs and legs while the water carries part of your weight.
    .start = Stand in chest-deep water close to the side. Stay out of the pool with an open wound or if you cannot hold urine or stool. With epilepsy, go in only if someone watches over you.
    .move = Walk forward through the water with long, calm steps and let your arms swing. Breathe easily. When this goes well, walk faster, then backward or sideways.
    .cue-1 = You can talk, but not sing.
    .cue-2 = Stand tall against the water.
    .easier-hint = Walk slower, or in water that is a little less deep.
    .hint-FL = A pool with steps or a ramp lets you get in and out without any floor work.
    .hint-FALL = Stay beside the rail and keep a hand on it.

A06 = Water aerobics class
    .aim = Trains your heart, lungs and the whole body in water.
    .start = Join a class in chest-deep water and tell the teacher about your back. Stay out of the pool with an open wound or if you cannot hold urine or stool. With epilepsy, go in only if someone watches over you.
    .move = Follow the class at your own pace. Make the movements smaller when you need to and breathe easily. Leave out jumps.
    .cue-1 = You can talk, but not sing.
    .cue-2 = Smaller movements are fine.
    .easier-hint = Do the first part of the class and watch the rest.
    .hint-dose = In a trial people did 60 minutes twice a week for three months.

A07 = Swimming
    .aim = Trains your heart, lungs and shoulders with the water carrying you.
    .start = Start in water where you can stand. Stay out of the pool with an open wound or if you cannot hold urine or stool. With epilepsy, go in only if someone watches over you.
    .move = Swim one length at a calm pace, then rest until your breath is easy. Choose backstroke or front crawl. Leave out breaststroke with an arched back, and butterfly.
    .cue-1 = Between lengths you can talk in sentences.
    .cue-2 = Long body, no arch in the low back.
    .easier-hint = Rest longer between lengths, or walk in the water in between.
    .hint-ST = Swim on your back, or front crawl with a snorkel, so that you need not lift or turn your head.
    .hint-SL = Swim on your back, or front crawl with a snorkel, so that you need not lift or turn your head.

A08 = Elliptical trainer
    .aim = Trains your heart, lungs and legs; it is easy on the knees.
    .start = Step on with a hand on the rail and stand tall. Choose a low resistance.
    .move = Glide easily for the first minutes, then at a pace that makes you breathe deeper. Keep your whole foot on the pedal. Slow down at the end and step off with a hand on the rail.
    .cue-1 = You can talk, but not sing.
    .cue-2 = Stand tall, with a light grip.
    .easier-hint = Turn the resistance down, and stay on a little less long.

A09 = March on the spot and step-touch
    .aim = Trains your heart, lungs and legs indoors, without any equipment.
    .start = Stand tall with space around you and a chair or counter within reach.
    .move = March on the spot with easy steps, or step to the side and touch with the other foot. Let your arms swing. Breathe easily. One foot is always on the floor.
    .cue-1 = You can talk, but not sing.
    .cue-2 = Soft, quiet steps.
    .easier-hint = Lift your feet only a little, or march sitting on a chair.

A10 = Nordic walking
    .aim = Trains your heart, lungs, legs and arms, with the poles for balance.
    .start = Take the poles in your hands and choose a level way. Start slowly for the first minutes.
    .move = Walk with long, easy steps. Plant each pole beside the opposite foot and push back past your hip. Breathe easily. Slow down for the last minutes.
    .cue-1 = You can talk, but not sing.
    .cue-2 = The opposite pole goes with each step.
    .easier-hint = Let the poles trail beside you and push less.
    .hint-ST = Lean a little on the poles, and sit down to rest when your legs get heavy.
