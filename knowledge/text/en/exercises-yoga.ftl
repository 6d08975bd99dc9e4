# Yoga-derived exercises (5.4) and their variants.

Y01 = Mountain, the tall stand
    .aim = Trains you to stand tall without stiffness, and settles your breath.
    .start = Stand with your feet hip-width apart and your arms hanging by your sides. Look straight ahead.
    .move = Spread your weight evenly over the middle of both feet. Let your knees stay soft. Grow tall through the top of your head, let your shoulders drop, and breathe slowly.
    .cue-1 = Weight over the middle of your feet.
    .cue-2 = Top of the head up.
    .easier-hint = Stand with your back close to a wall, or rest one hand on a counter.

Y02 = Child's pose, wide knees and a cushion
    .aim = Loosens the back and the hips.
    .start = Kneel on a mat with your knees wide and a cushion between your seat and your heels. Rest your hands on the mat in front of you.
    .move = Move your hips back towards the cushion. Let your chest come down and your head rest on your hands or a pillow. Breathe slowly into your back. Walk your hands back to come up slowly.
    .cue-1 = Hips back.
    .cue-2 = Rest there; nothing pulls.
    .easier-hint = Use a thicker cushion, and rest your chest on a pillow.

Y03 = Downward dog at the wall
    .aim = Stretches the backs of the legs, the sides of the back and the shoulders.
    .start = Face a wall with your feet hip-width apart. Put both hands flat on the wall, a little above hip height.
    .move = Walk your feet back and push your hips back until your back is long and your arms are in line with it. Bend your knees a little if the backs of your legs pull. Breathe slowly. To finish, walk in towards the wall and stand up.
    .cue-1 = Make your back long, from hands to hips.
    .cue-2 = Bend your knees a little.
    .easier-hint = Keep your hands higher on the wall and lean forward less.
    .hint-DF = Go only half-way, and stop short of any pull in the leg.

Y04 = Warrior one, short step
    .aim = Trains the legs and opens the front of the back hip.
    .start = Stand with your feet hip-width apart. Step one foot back, a short step, and keep both feet hip-width.
    .move = Tuck your tailbone gently under. Bend your front knee until it is above the ankle. Raise your arms as far as is comfortable and breathe slowly. Step in and change sides.
    .cue-1 = Front knee above the ankle.
    .cue-2 = Tailbone tucked; do not lean back.
    .easier-hint = Take a shorter step, and leave your hands on your hips.

Y05 = Warrior two
    .aim = Trains the sides of the hips and the inner thighs.
    .start = Stand side-on with your feet wide apart. Turn the front foot to point along your line and keep the back foot across.
    .move = Bend the front knee so that it points over the second toe. Hold your arms out to the sides, at shoulder height or lower. Keep your trunk upright between your feet and breathe slowly. Straighten the knee and change sides.
    .cue-1 = Knee over the second toe.
    .easier-hint = Take a narrower stance, and bend the knee less.

Y06 = Chair pose at the wall
    .aim = Trains the thighs and the seat.
    .start = Stand with your back against a wall and your feet hip-width apart, a step away from it.
    .move = Slide down the wall a little way, as if you were going to sit. Stop before your thighs are level. Hold, and keep breathing. Push through your feet to slide up again.
    .cue-1 = Back against the wall.
    .cue-2 = Knees above the ankles.
    .easier-hint = Slide down less far.

Y07 = Lying twist, knees bent
    .aim = Loosens the middle of the back.
    .start = Lie on your back with your knees bent and your feet on the floor. Have a pillow ready beside your knees. Spread your arms out low.
    .move = Let both knees sink to one side until they rest on the pillow. Keep both shoulders on the floor and breathe slowly. Breathe out as you bring the knees up again. Change sides.
    .cue-1 = Knees rest on the pillow, both shoulders heavy.
    .easier-hint = Use a thicker pillow, so that the knees go less far.

Y08 = Tree
    .aim = Trains your balance and the side of the hip you stand on.
    .start = Stand close to a wall or counter. Look at one spot in front of you.
    .move = Turn one knee out and rest that heel on the other ankle with the toes on the floor. When that is steady, rest the sole on the inside of the calf. Never rest it on the knee. Breathe freely, then change sides.
    .cue-1 = Eyes on one spot.
    .cue-2 = Hips level.
    .easier-hint = Keep the toes of the lifted foot on the floor, or a fingertip on the wall.

Y09 = Low cobra
    .aim = Trains the muscles along the back.
    .start = Lie on your front with your hands under your shoulders and your elbows close to your body. Rest your forehead on the mat.
    .move = Breathe out and lift your breastbone a little with your back muscles. Keep your hands light, as if the mat were hot, and look down. Hold, keep breathing, and lower slowly.
    .cue-1 = Your back lifts you, not your hands.
    .easier-hint = Lift only your head and collarbones.

Y10 = Rest with your legs on a chair
    .aim = Calms the body and lets the back muscles let go.
    .start = Lie on your back on a mat and rest your lower legs on the seat of a chair, so that hips and knees are bent at a right angle. Put a small pillow under your head.
    .move = Let your arms rest beside you. Breathe in softly through the nose and make the breath out longer. To finish, roll onto your side and rest there before you get up.
    .cue-1 = Slow breath out, about six breaths a minute.
    .easier-hint = Rest your legs on a pile of cushions instead of the chair.
    .hint-FL = Lie on the bed and put pillows under your lower legs.

Y10b = Rest on your left side, or in a reclined chair
    .aim = Calms the body and lets the back muscles let go.
    .start = Lie on your left side with a pillow under your head and one between your knees, or lean back in a reclining chair with your legs supported.
    .move = Let your whole body grow heavy. Breathe in softly through the nose and make the breath out longer. To finish, sit up slowly.
    .cue-1 = Slow breath out, about six breaths a minute.
    .easier-hint = Add pillows until nothing in your body has to hold.
