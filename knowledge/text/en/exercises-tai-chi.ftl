# Tai chi-derived exercises (5.5).

T01 = Weight shifting
    .aim = Trains balance and steady hips.
    .start = Stand with your feet a little wider than your hips and your knees soft. Let your arms hang.
    .move = Move your weight slowly onto one foot, then slowly onto the other. After a while put one foot a short step in front and shift forward and back. Keep both feet on the floor and breathe easily.
    .cue-1 = Slowly: three seconds each way.
    .cue-2 = Stay upright.
    .easier-hint = Shift only a little, with a hand on a chair or counter.

T02 = Opening: raise and lower the hands
    .aim = Warms the legs and links movement with the breath.
    .start = Stand with your feet hip-width apart, your knees soft and your arms hanging in front of your thighs.
    .move = Breathe in and let both arms float up in front of you, to shoulder height at most. Breathe out, let the arms sink, and let your knees bend a little. Rise again with the next breath in.
    .cue-1 = Sink only a little: the knees bend 10 to 20 degrees.
    .cue-2 = Shoulders stay low.
    .easier-hint = Leave the knees as they are and move only your arms.

T03 = Parting the mane
    .aim = Trains stepping, and turning from the hips.
    .start = Stand with your feet together, your knees soft and your hands in front of you as if you held a ball.
    .move = Put one foot a step forward, heel first, and leave your weight behind. Then move your weight onto it while your hands part, one up in front and one down beside you, and your hips turn a little. Shift back, bring the foot in, and step with the other side.
    .cue-1 = Heel first.
    .cue-2 = Empty the foot before you step, then fill it.
    .easier-hint = Take a shorter step, and leave your hands on your hips.

T04 = Wave hands like clouds
    .aim = Trains side steps, and lets the trunk and hips turn together.
    .start = Stand with your feet hip-width apart and your knees soft. Hold one hand in front of your chest and the other in front of your belly.
    .move = Turn your waist and hips slowly to one side and let your hands travel with you. Change the hands over, turn to the other side, and take a small side step when you are ready. Breathe easily all the time.
    .cue-1 = Waist and hips turn together.
    .easier-hint = Leave out the steps, and make the turn smaller.

T05 = Brush knee and push
    .aim = Trains walking with control of arms and legs together.
    .start = Stand with your feet hip-width apart and your knees soft.
    .move = Step forward with one foot, heel first. As your weight moves onto it, let the hand on that side pass over the knee while the other hand pushes slowly forward, no higher than the shoulder. Breathe out as you push. Shift back, bring the foot in, and change sides.
    .cue-1 = Knees stay soft.
    .easier-hint = Take shorter steps, and leave out the arms.

T06 = Golden rooster: lift one leg with support
    .aim = Trains standing on one leg.
    .start = Stand beside a counter or a firm chair with your fingertips on it. Move your weight onto one foot.
    .move = Grow tall and lift the other knee slowly. Hold, keep breathing, and lower the foot softly. Do all on one side, then change.
    .cue-1 = Rise tall over the standing leg.
    .easier-hint = Lift only the heel and leave the toes on the floor.
