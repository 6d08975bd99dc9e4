### Mobility and stretching: the words of M01 to M21 and their variants.

M01 = Single knee to chest
    .aim = Eases your lower back and the back of one hip.
    .start = Lie on your back with both knees bent and your head on a thin pillow.
    .move = Draw one knee towards you and hold the back of the thigh with both hands. Pull gently until you feel a mild stretch, no more than 3 out of 10. Stay there and breathe slowly, then change legs.
    .cue-1 = Pull the thigh gently.
    .cue-2 = Leave your head down.
    .easier-hint = Bring the knee only part of the way.

M02 = Both knees to chest
    .aim = Eases the muscles of your lower back.
    .start = Lie on your back with both knees bent and your head on a thin pillow.
    .move = Bring up one knee, then the other, and hold the backs of your thighs. Draw them gently towards you until you feel a mild stretch, no more than 3 out of 10. Stay there and breathe slowly. Set down one foot at a time.
    .cue-1 = This often gives relief if sitting or leaning forward eases your back.
    .easier-hint = Keep your thighs further away, or do one leg at a time.

M03 = Figure-4 hip stretch
    .aim = Stretches the deep muscles at the back of your hip.
    .start = Lie on your back with your knees bent, or sit tall on a firm chair; your plan shows which. Rest one ankle on the other thigh, just above the knee.
    .move = Lying, draw the lower thigh towards you; sitting, tip forward a little from your hips. Stop at a mild stretch, no more than 3 out of 10. Stay there and breathe slowly, then change sides.
    .cue-1 = Keep your spine long.
    .easier-hint = Stay with the ankle crossed and do not pull or tip at all.

M04 = Hip flexor stretch, half-kneeling
    .aim = Stretches the front of your hip.
    .start = Kneel on one padded knee, with the other foot in front of you. Rest a hand on a chair if you like.
    .move = Tuck your tail under, then glide your hips a little forward. Stop at a mild stretch in front of the back hip, no more than 3 out of 10. Stay there and breathe slowly, then change sides.
    .cue-1 = Tuck your tail first, then move only a little, with your trunk upright.
    .easier-hint = Only tuck your tail and do not glide forward.

M04b = Hip flexor stretch, standing
    .aim = Stretches the front of your hip while you stand.
    .start = Stand beside a counter or a firm chair with a hand on it. Step one foot back, so that your feet are a stride apart, and keep the back heel light.
    .move = Tuck your tail under, then bend the front knee a little. Stop at a mild stretch in front of the back hip, no more than 3 out of 10. Stay there and breathe slowly, then change sides.
    .cue-1 = Tuck your tail first, and keep your trunk upright.
    .easier-hint = Take a shorter stride.

M05 = Hamstring stretch with a strap
    .aim = Stretches the back of your thigh.
    .start = Lie on your back and loop a strap or towel around one foot. Or lie in a doorway and rest that heel on the frame. The other leg stays down.
    .move = Raise the leg, almost straight, until you feel a mild stretch at the back of the thigh, no more than 3 out of 10. Stay there and breathe slowly. Lower it and change legs.
    .cue-1 = The other leg stays down.
    .cue-2 = Back flat, lifted leg almost straight.
    .easier-hint = Raise the leg less high.

M05b = Hamstring stretch, seated
    .aim = Stretches the back of your thigh while you sit.
    .start = Sit towards the front of a firm chair. Put one heel forward on the floor, with that leg nearly straight.
    .move = Tip your trunk forward from the hips until you feel a mild stretch at the back of the thigh, no more than 3 out of 10. Stay there and breathe slowly, then change legs.
    .cue-1 = Back flat: tip from the hips.
    .easier-hint = Bend the front knee a little more.

M06 = Quad stretch, lying on your side
    .aim = Stretches the front of your thigh.
    .start = Lie on your side with your head on a pillow and the lower knee bent. Hold the ankle of your top leg, or a towel looped around it.
    .move = Draw the heel gently towards your buttock and let the knee move back. Stop at a mild stretch, no more than 3 out of 10. Stay there and breathe slowly, then turn over.
    .cue-1 = Knee behind the hip.
    .cue-2 = Do not arch your back.
    .easier-hint = Use a towel, and bend the knee less.

M07 = Calf stretch at a wall
    .aim = Stretches the upper and the lower part of your calf.
    .start = Stand facing a wall with your hands on it. Step one foot straight back.
    .move = First keep the back knee straight and lean in until you feel a mild stretch in the calf, no more than 3 out of 10. Stay there and breathe slowly. Then do it again with the back knee slightly bent, and change legs.
    .cue-1 = Keep your heel down.
    .cue-2 = Toes point forward.
    .easier-hint = Take a shorter step back.

M08 = Cat–camel in mid-range
    .aim = Loosens your whole spine without load.
    .start = Go onto your hands and knees, with hands under shoulders and knees under hips.
    .move = As you breathe out, let your back round gently upwards. As you breathe in, let it sink gently the other way. Stay well inside what is easy.
    .cue-1 = Mid-range only: this is not a stretch.
    .cue-2 = Slow and smooth.
    .easier-hint = Make the movement smaller.

M08b = Cat–camel, seated
    .aim = Loosens your whole spine while you sit.
    .start = Sit towards the front of a firm chair, with your feet flat and your hands on your thighs.
    .move = As you breathe out, let your back round gently. As you breathe in, grow tall and let your chest open a little. Stay well inside what is easy.
    .cue-1 = Mid-range only.
    .cue-2 = Slow and smooth.
    .easier-hint = Make the movement smaller.

M09 = Lying on your elbows
    .aim = Lets your lower back bend backwards gently while you rest.
    .start = Lie on your front and prop yourself on your forearms, with your elbows under your shoulders.
    .move = Let your lower back and hips sink. Stay there for the time shown and breathe slowly. Lower yourself to rest. Stop if pain moves further down your leg.
    .cue-1 = Breathe.
    .cue-2 = Leave your buttocks soft.
    .easier-hint = Put your elbows further forward, so that you lie lower.

M09b = Lying on your front over a pillow
    .aim = Gives your lower back a restful, neutral position.
    .start = Lie on your front on a bed, with a pillow under your tummy. Turn your head to the side that is comfortable, or rest your forehead on your hands.
    .move = Let your whole weight sink into the bed. Stay there for the time shown and breathe slowly. Stop if pain moves further down your leg.
    .cue-1 = Breathe.
    .cue-2 = Leave your buttocks soft.
    .easier-hint = Stay for a shorter time.

M10 = Press-up with relaxed hips
    .aim = Moves your lower back into backward bending while its muscles rest.
    .start = Lie on your front with your hands flat on the floor beside your shoulders.
    .move = As you breathe out, press your chest up with your arms and leave your hips on the floor. Breathe in and lower yourself. Stop if pain moves further down your leg.
    .cue-1 = Let your hips sag; they stay on the floor.
    .cue-2 = Your arms do the work.
    .easier-hint = Press up only part of the way.

M11 = Standing back bend
    .aim = Moves your lower back gently backwards, as a break from sitting or bending.
    .start = Stand with your feet hip-width apart. Put both hands on the back of your pelvis.
    .move = As you breathe out, bend gently backwards over your hands. Breathe in and come up again. Keep it small at first. Stop if pain moves further down your leg.
    .cue-1 = Hands on your pelvis, knees straight, and only a small lean.
    .easier-hint = Lean back only a little, with a counter behind you.

M12 = Knees from side to side
    .aim = Lets your lower back turn gently.
    .start = Lie on your back with your knees bent and together and your feet flat on the floor. Stretch your arms out to the sides.
    .move = As you breathe out, let both knees sink slowly to one side. Stop where it is still comfortable. Breathe in and bring them back to the middle, then go to the other side.
    .cue-1 = Keep your knees together.
    .cue-2 = Keep your shoulders down.
    .easier-hint = Make the movement smaller.

M13 = Open book
    .aim = Lets your upper back turn and your chest open.
    .start = Lie on your side with your head on a pillow, your hips and knees bent and your knees together. Stretch both arms out in front of you, palms together.
    .move = As you breathe out, open the top arm over to the other side, as if opening a book, and let your chest follow. Hold for the time shown and keep breathing. Breathe in and close the book again.
    .cue-1 = Your knees stay stacked.
    .easier-hint = Put your top hand on your ribs and turn only your chest.

M14 = Seated turn, arms crossed
    .aim = Lets your upper back turn while your hips stay still.
    .start = Sit tall on a firm chair with your feet flat on the floor. Cross your arms over your chest.
    .move = Breathe in and grow taller. As you breathe out, turn your chest slowly to one side. Breathe in and come back, then turn to the other side.
    .cue-1 = Grow tall, then turn; both sitting bones stay down.
    .easier-hint = Turn only half as far.

M15 = Upper-back bend over a chair or towel
    .aim = Lets your upper back bend backwards while your lower back rests.
    .start = Sit on a chair with its back rest just below your shoulder blades, or lie on your back with a rolled towel there; your plan shows which. Cross your arms over your chest; lying down, rest your head on a pillow.
    .move = As you breathe out, let your upper back bend gently backwards over the edge or the towel. Hold for the time shown and keep breathing. Come back slowly.
    .cue-1 = Ribs down, lower back quiet.
    .easier-hint = Use a flatter towel, and make the movement smaller.

M16 = Doorway chest stretch
    .aim = Stretches the front of your chest and shoulders.
    .start = Stand in a doorway and rest one or both forearms on the frame, with the elbows a little below shoulder height.
    .move = Take a small step through the doorway until you feel a mild stretch across your chest, no more than 3 out of 10. Stay there and breathe slowly. Step back to finish.
    .cue-1 = A small step is enough; elbows stay below the shoulders.
    .easier-hint = Put your elbows lower down the frame.

M17 = Chin tuck
    .aim = Trains the deep muscles at the front of your neck.
    .start = Lie on your back with your head on a thin pillow, or sit tall on a chair; your plan shows which.
    .move = As you breathe out, draw your chin gently straight back, as if making a small double chin. Hold for the time shown and keep breathing. Then let go.
    .cue-1 = Make your neck long.
    .cue-2 = Keep your eyes level.
    .easier-hint = Draw back less far, at half strength.

M18 = Side-bend reach
    .aim = Stretches the side of your trunk.
    .start = Sit tall on a firm chair or stand with your feet hip-width apart; your plan shows which. Rest one hand on your thigh or hip.
    .move = Reach the other arm up, as far as is comfortable, then lean gently over to the side. Stop at a mild stretch, no more than 3 out of 10. Stay there and breathe slowly, then change sides.
    .cue-1 = Reach up first, then over, without tipping forward.
    .easier-hint = Leave your hand on your shoulder or hip and lean less far.

M18b = Side-glide at a wall
    .aim = Lets your lower back glide sideways.
    .start = Stand sideways to a wall, on the side your plan shows. Lean your shoulder and bent elbow on the wall and keep your feet a small step away from it.
    .move = As you breathe out, let your hips glide gently towards the wall. Breathe in and come back to the middle. Stop if pain moves further down your leg.
    .cue-1 = Hips to the wall.
    .cue-2 = Shoulders stay level.
    .easier-hint = Glide only a little way, with your feet closer to the wall.

M19 = Adductor rock-back
    .aim = Loosens your inner thighs and your hips.
    .start = Go onto your hands and knees. Stretch one leg straight out to the side, with that foot flat on the floor.
    .move = As you breathe out, rock your hips back until you feel the inner thigh. Stop before your back rounds. Breathe in and come forward; finish one side, then change legs.
    .cue-1 = Hips back, back flat.
    .easier-hint = Put padding under your knee and rock only a short way.

M19b = Adductor rock, standing
    .aim = Loosens your inner thighs and your hips while you stand.
    .start = Stand with your feet wide apart and both hands on the seat or the back of a firm chair in front of you.
    .move = As you breathe out, bend one knee and rock your hips back and towards that side. Feel the inner thigh of the other leg. Breathe in and come back to the middle; finish one side, then do the other.
    .cue-1 = Hips back, back flat.
    .easier-hint = Stand less wide and rock a shorter way.

M20 = Knee-to-wall ankle glide
    .aim = Loosens your ankle, so that your knee can move over your foot.
    .start = Stand facing a wall with one foot close to it, toes pointing at the wall. Rest your fingertips on the wall.
    .move = As you breathe out, bend that knee towards the wall and keep the heel down. Hold for the time shown and keep breathing. Move back, and finish one side before you change.
    .cue-1 = Knee over your second toe.
    .cue-2 = Heel stays down.
    .easier-hint = Stand closer to the wall.

M21 = Sciatic slider, seated
    .aim = Lets the nerve at the back of your leg glide freely.
    .start = Sit tall on a firm chair with your feet flat on the floor.
    .move = As you breathe out, straighten one knee slowly, and stop before anything pulls. Breathe in and bend it again at once. Keep moving without a pause; finish one side, then do the other.
    .cue-1 = Sit tall: on and off, never a stretch.
    .easier-hint = Straighten the knee only half way. If your leg feels worse for more than half an hour after, leave this one out and note it in your log.
