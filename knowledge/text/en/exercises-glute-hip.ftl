### Glute and hip: the words of G01 to G13 and their variants.

G01 = Glute squeeze
    .aim = Wakes up the large muscles of your buttocks.
    .start = Stand tall with a hand near something firm, or lie on your back with your knees bent; your plan shows which.
    .move = As you breathe out, squeeze both buttocks together. Hold for the time shown and keep breathing. Then let go and feel them soften.
    .cue-1 = Squeeze.
    .cue-2 = Let go fully before the next one.
    .easier-hint = Squeeze at half strength.

G02 = Hip bridge
    .aim = Trains your buttocks and the backs of your thighs.
    .start = Lie on your back with your knees bent and your feet flat on the floor, hip-width apart. To work your buttocks more, let each knee point about 30 degrees outwards.
    .move = As you breathe out, press through your heels and lift your hips until shoulders, hips and knees are in line. Hold for the time shown and keep breathing. Lower slowly.
    .cue-1 = Push evenly through both heels.
    .cue-2 = Keep your ribs down.
    .easier-hint = Lift your hips only half way.

G03 = Bridge march
    .aim = Trains your buttocks to keep your hips level while your feet lift in turn.
    .start = Lie on your back with your knees bent and your feet flat on the floor. Lift your hips until shoulders, hips and knees are in line.
    .move = As you breathe out, lift one foot just off the floor. Breathe in and set it down, then lift the other. Lower your hips to rest between sets.
    .cue-1 = Your hips stay level and high.
    .easier-hint = Lift only the heel of each foot.

G04 = Single-leg bridge
    .aim = Trains the buttock of one side at a time.
    .start = Lie on your back with your knees bent and your feet flat on the floor. Straighten one knee, so that both knees stay side by side at the same height.
    .move = As you breathe out, press through the heel on the floor and lift your hips. Breathe in and lower slowly. Finish one side, then change legs.
    .cue-1 = Keep your knees level, and lift both hips together.
    .easier-hint = Lift only half way.

G05 = Clamshell
    .aim = Trains the outer side of your hip.
    .start = Lie on your side with your knees bent and your head on a pillow. Rest one foot and one hip on top of the other.
    .move = As you breathe out, open your top knee like a shell. Stop before your pelvis starts to roll. Breathe in and close slowly.
    .cue-1 = Keep your feet together.
    .cue-2 = Keep your pelvis stacked, one hip above the other.
    .easier-hint = Open the knee only a little way.

G05b = Clamshell with band
    .aim = A stronger training for the outer side of your hip.
    .start = Lie on your side with your knees bent and a band around your thighs, just above the knees. Rest one foot and one hip on top of the other.
    .move = As you breathe out, open your top knee against the band. Stop before your pelvis starts to roll. Breathe in and close slowly.
    .cue-1 = Keep your feet together.
    .cue-2 = Keep your pelvis stacked, one hip above the other.
    .easier-hint = Use a lighter band, or none.

G06 = Side-lying leg lift
    .aim = Trains the outer side of your hip, which keeps you level when you walk.
    .start = Lie on your side with your head on a pillow. Bend the lower leg for support; keep the top leg straight and slightly behind you.
    .move = As you breathe out, lift the top leg with the heel leading. Stop before your pelvis starts to roll. Breathe in and lower slowly.
    .cue-1 = Lead with the heel, and lift only as high as your hips stay still.
    .cue-2 = Leg slightly back, hips stacked.
    .easier-hint = Lift the leg only a little, or bend the knee.

G07 = Standing side leg lift
    .aim = Trains the outer hips of both sides: one lifts, the other holds you up.
    .start = Stand tall beside a counter or the back of a firm chair, with a hand on it. Put your weight on one leg.
    .move = As you breathe out, lift the other leg a little to the side, with the toes pointing forward. Breathe in and lower it slowly. Finish one side, then change legs.
    .cue-1 = Stay upright: the trunk does not lean.
    .easier-hint = Only slide the foot out along the floor.

G07b = Standing side leg lift with band
    .aim = A stronger training for the outer hips of both sides.
    .start = Put a band around both legs, above the knees or the ankles. Stand tall beside a counter or the back of a firm chair, with a hand on it or close to it.
    .move = As you breathe out, lift one leg a little to the side against the band. Breathe in and lower it slowly. Finish one side, then change legs.
    .cue-1 = Stay upright: the trunk does not lean.
    .easier-hint = Use a lighter band, or put it higher up the legs.

G08 = Band side-step
    .aim = Trains your outer hips while you step.
    .start = Put a band around both legs, just above the knees. Stand with your feet hip-width apart, your knees soft and your toes pointing forward.
    .move = Take a slow step to one side against the band, and let the other foot follow under control. Breathe out on each step. Do all the steps to one side, then go back the other way.
    .cue-1 = Knees soft, and over your toes.
    .cue-2 = Toes forward, trunk upright.
    .easier-hint = Take smaller steps, or use a lighter band.

G09 = Standing hip extension
    .aim = Trains your buttocks without loading your back.
    .start = Stand facing a counter or the back of a firm chair and hold it. Lean your body a little forward from the hips, about 20 degrees.
    .move = As you breathe out, move one leg straight back, a short way. Feel the buttock do the work. Breathe in and return slowly; finish one side, then change legs.
    .cue-1 = A small movement is enough.
    .cue-2 = Do not arch your back or let your trunk tip.
    .easier-hint = Keep your toes on the floor and only slide the foot back.

G10 = Step-up
    .aim = Trains your thighs and buttocks for stairs and kerbs.
    .start = Stand in front of a firm step of the height your plan shows. Place one whole foot on it.
    .move = As you breathe out, press through that foot and stand up on the step. Let the back foot come along without pushing off. Breathe in and step down slowly. Finish one side, then change legs.
    .cue-1 = Whole foot on the step, knee over your toes.
    .cue-2 = Stand tall at the top.
    .easier-hint = Use a lower step, or rest a hand on a rail.

G11 = Sideways step-down
    .aim = Trains your outer hip and thigh to lower you with control.
    .start = Stand sideways on a low, firm step with one foot hanging free beside it. Begin with 5 cm; over time the step may grow to 15 cm.
    .move = Breathe in, sit your hip back and bend the standing knee until the free heel taps the floor. Breathe out and stand up again. Finish one side, then change legs.
    .cue-1 = Sit the hip back, both hips level.
    .cue-2 = Knee over your second toe.
    .easier-hint = Use a lower step, or do not go all the way down.

G12 = Heel raise
    .aim = Trains your calves and your balance.
    .start = Stand tall near a wall or counter, with your feet hip-width apart. If your plan counts each side, stand on one leg.
    .move = As you breathe out, rise straight up onto the balls of your feet. Pause for a moment. Breathe in and lower your heels slowly.
    .cue-1 = Straight up, slow down.
    .easier-hint = Use both feet and rest your fingertips on the counter.

G12b = Heel raise, seated
    .aim = Trains your calves while you sit.
    .start = Sit tall on a firm chair with your feet flat on the floor, under your knees.
    .move = As you breathe out, lift both heels as high as is comfortable. Breathe in and lower them slowly.
    .cue-1 = Slow on the way down.
    .easier-hint = Lift one heel at a time.

G13 = Ball or pillow squeeze
    .aim = Trains your inner thighs and your pelvic floor.
    .start = Lie on your back with your knees bent, or sit tall on a chair; your plan shows which. Put a soft ball or a pillow between your knees.
    .move = As you breathe out, press your knees gently together. Hold for the time shown and keep breathing. Then let go fully.
    .cue-1 = Gently: about half your strength.
    .easier-hint = Press more lightly.
