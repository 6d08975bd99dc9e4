### Core activation: the words of C01 to C19 and their variants.

C01 = Belly breath with a gentle brace
    .aim = Helps the deep muscles of your tummy to firm up gently while you keep breathing.
    .start = Lie on your back with your knees bent, or sit tall on a firm chair; your plan shows which. Rest your hands on the sides of your lower ribs.
    .move = Breathe in and feel your ribs widen under your hands. As you breathe out, firm up your lower tummy a little, as if doing up a snug belt. Let go as you breathe in again.
    .cue-1 = Let the ribs widen, and leave the shoulders soft.
    .cue-2 = Firm up only 20 to 30 per cent: you could still talk.
    .easier-hint = Leave out the firming and just follow the breath for a few turns.

C02 = Pelvic tilt, lying
    .aim = Teaches you to move your pelvis a little and to find the middle of that movement.
    .start = Lie on your back with your knees bent and your feet flat on the floor. Let your arms rest by your sides.
    .move = As you breathe out, gently roll your pelvis so that your lower back comes closer to the floor. As you breathe in, roll it back the other way until there is a small hollow. Finish in the middle, where it feels easiest.
    .cue-1 = Small and slow; knees and shoulders stay where they are.
    .cue-2 = The mid-point is your neutral position.
    .easier-hint = Roll only half as far.

C02b = Pelvic tilt, standing at a wall
    .aim = Teaches you to move your pelvis a little, this time on your feet.
    .start = Stand with your back against a wall, your feet a small step away from it and your knees soft. Let your arms hang.
    .move = As you breathe out, gently roll your pelvis so that your lower back comes closer to the wall. As you breathe in, let it return until there is a small hollow again. Finish in the middle.
    .cue-1 = Keep your knees soft and still.
    .cue-2 = Let your tail slide up the wall; your chest stays quiet.
    .easier-hint = Roll only half as far.

C03 = Heel slide
    .aim = Trains the deep tummy muscles to hold your pelvis still while a leg moves.
    .start = Lie on your back with your knees bent and your feet flat on the floor. Rest your hands on the front of your hips, to feel that they stay still.
    .move = As you breathe out, slide one heel slowly along the floor, away from you. Slide only as far as your pelvis stays quiet. Breathe in and draw the heel back.
    .cue-1 = Slide out on the breath out.
    .cue-2 = Keep your pelvis and your other knee quiet.
    .easier-hint = Wear socks on a smooth floor and slide only part of the way.

C04 = Bent-knee fall-out
    .aim = Trains the sides of your tummy and your inner thighs to keep your pelvis level.
    .start = Lie on your back with your knees bent and your feet flat on the floor. Rest your hands on the front of your hips.
    .move = As you breathe out, let one knee open slowly to the side. Stop before the other hip starts to lift. Breathe in and bring the knee back up.
    .cue-1 = Open slowly.
    .cue-2 = Keep the opposite hip heavy on the floor.
    .easier-hint = Open the knee only a little, or rest it on a pillow at the end.

C05 = Lying march
    .aim = Trains your tummy to hold your pelvis still while your feet lift in turn.
    .start = Lie on your back with your knees bent and your feet flat on the floor. Let your arms rest by your sides.
    .move = As you breathe out, lift one foot just off the floor with the knee still bent. Breathe in and tap it back down. Then do the same with the other foot.
    .cue-1 = One foot at a time, and keep it low.
    .cue-2 = Swap feet each time.
    .easier-hint = Lift only the heel and leave the toes on the floor.

C06 = Dead bug
    .aim = Trains the front of your trunk to stay steady while your arms and legs move.
    .start = Lie on your back with your arms pointing to the ceiling. Bring up one knee and then the other, until your knees are above your hips.
    .move = As you breathe out, lower one heel slowly to tap the floor. Breathe in and bring it back, then change legs. Once that is steady, reach the opposite arm back over your head as the leg moves away.
    .cue-1 = Keep your ribs down.
    .cue-2 = Go slowly, opposite arm and leg, and only as far as your back stays quiet.
    .easier-hint = Keep your arms still and tap one heel at a time.

C07 = Curl-up
    .aim = Trains the front of your tummy without bending your lower back.
    .start = Lie on your back with one knee bent and the other leg straight. Slide both hands under the small of your back, so that it keeps its natural hollow.
    .move = As you breathe out, lift your head and shoulders a little, in one piece. Stay there for the time shown and keep breathing. Lower slowly and rest for a moment.
    .cue-1 = Head and shoulders lift only a little.
    .cue-2 = Do not tuck your chin; look at the ceiling.
    .easier-hint = Only take the weight off your head and shoulders, without lifting them clear.

C08 = Rock-back on hands and knees
    .aim = Teaches your hips to bend while your back stays as it is.
    .start = Go onto your hands and knees, with hands under shoulders and knees under hips. Let your back find its natural, gentle hollow.
    .move = As you breathe out, sit your hips slowly back towards your heels. Stop just before your back wants to round. Breathe in and come forward again.
    .cue-1 = Sit your hips back until your back wants to move, and no further.
    .easier-hint = Put padding under your knees and go only a short way back.

C09 = Hands and knees, one leg or one arm
    .aim = Trains the muscles along your spine and your buttocks to keep you level.
    .start = Go onto your hands and knees, with hands under shoulders and knees under hips. Keep your back long and still.
    .move = Slide one foot back along the floor until the leg is straight. As you breathe out, lift it no higher than your body, and hold for the time shown while you breathe. Bring it back slowly. Or, if your shoulder is comfortable, reach one arm forward instead.
    .cue-1 = Slide the foot first, then lift.
    .cue-2 = Keep your hips level and your leg no higher than your body.
    .easier-hint = Leave the toes on the floor and only slide the foot back.

C10 = Bird dog
    .aim = Trains your back, buttocks and sides to keep your trunk steady and level.
    .start = Go onto your hands and knees, with hands under shoulders and knees under hips. Keep your back long and still.
    .move = As you breathe out, reach one arm forward and the opposite leg back. Stop when both are level with your body. Hold for the time shown and keep breathing. Return slowly, then change sides.
    .cue-1 = Reach long, not high, with your hips level.
    .cue-2 = Turn your thumb up.
    .easier-hint = Move only the leg and leave both hands on the floor.

C10b = Bird dog with squares
    .aim = A harder bird dog: your trunk stays steady while your hand and foot move.
    .start = Go onto your hands and knees, with hands under shoulders and knees under hips. Reach one arm forward and the opposite leg back, both level with your body.
    .move = Draw small squares in the air with your hand and foot, for the time shown. Breathe calmly all the way through. Return slowly, then change sides.
    .cue-1 = Small squares.
    .cue-2 = Keep your trunk still, with arm and leg level.
    .easier-hint = Hold the arm and leg still instead of drawing.

C11 = Wall plank
    .aim = Trains the front of your trunk and your shoulder blades to hold you in one line.
    .start = Stand facing a wall and place your hands on it at chest height, a little wider than your shoulders. Walk your feet back until you lean into your hands.
    .move = Hold your body in one straight line for the time shown. Breathe out slowly each time, and never hold your breath. Walk your feet in to finish. When this is easy, march slowly on the spot while you hold.
    .cue-1 = Make your body like a board.
    .easier-hint = Stand closer to the wall.

C12 = Plank on a bench or on the knees
    .aim = Trains the front of your trunk to hold you in one line.
    .start = Rest your forearms on a firm bench or on the floor, with your elbows under your shoulders. On the bench, step your feet back; on the floor, keep your knees down. Your plan shows which.
    .move = Lift your hips until shoulders, hips and knees make one line. Hold for the time shown and keep breathing. Lower slowly and rest between holds.
    .cue-1 = Keep your elbows under your shoulders.
    .cue-2 = Tuck your tail slightly, so that your middle neither sags nor lifts.
    .easier-hint = Use a higher bench or counter.

C13 = Forearm plank
    .aim = Trains the front of your trunk to hold your whole body in one line.
    .start = Lie on your front and rest on your forearms, with your elbows under your shoulders. Tuck your toes under.
    .move = As you breathe out, lift your hips until your body makes one line. Hold for the time shown and keep breathing. Lower slowly and rest between holds.
    .cue-1 = Squeeze your buttocks and keep one long line from head to heels.
    .easier-hint = Lower your knees to the floor.

C13b = Forearm plank with reach
    .aim = A harder plank: your hips stay level while one arm reaches.
    .start = Rest on your forearms and toes, with your elbows under your shoulders and your body in one line. Set your feet a little wider than your hips.
    .move = As you breathe out, slide one arm forward, low over the floor. Breathe in and bring it back. Change arms, and lower yourself to rest between sets.
    .cue-1 = Reach low.
    .cue-2 = Keep your hips level and your body in one line.
    .easier-hint = Only take the weight off one arm, without reaching.

C14 = Side plank on the knees
    .aim = Trains the side of your trunk and your outer hip.
    .start = Lie on your side with your knees bent, and prop yourself on your forearm, with the elbow under your shoulder. Keep shoulders, hips and knees in line.
    .move = As you breathe out, lift your hips off the floor. Hold for the time shown and keep breathing. Lower slowly, and do all the holds of one side before you turn over.
    .cue-1 = Lift your hip straight up, without rolling forward or back.
    .easier-hint = Lift your hips only a little, or put your top hand on the floor in front of you.

C14b = Side plank at a wall
    .aim = Trains the side of your trunk while you stand.
    .start = Stand sideways to a wall and rest your forearm on it, with the elbow at or just below shoulder height. Step your feet away from the wall, one small step.
    .move = Lean into your forearm with your body in one line. Hold for the time shown and breathe calmly. Step back in to rest, then turn to the other side.
    .cue-1 = Body in one line: lean and hold.
    .easier-hint = Stand closer to the wall.

C15 = Side plank on the feet
    .aim = A stronger training for the side of your trunk and your outer hip.
    .start = Lie on your side with straight legs, the top foot just in front of the other. Prop yourself on your forearm, with the elbow under your shoulder.
    .move = As you breathe out, lift your hips until your body makes one line. Hold for the time shown and keep breathing. Lower slowly and rest before the next one.
    .cue-1 = Feet heel to toe, hips high and in line.
    .easier-hint = Bend your knees and lift from there.

C15b = Side plank with leg lift
    .aim = The hardest side plank: your trunk holds while your top leg moves.
    .start = Lie on your side with straight legs and prop yourself on your forearm, with the elbow under your shoulder. Lift your hips until your body makes one line.
    .move = As you breathe out, lift your top leg a little. Hold for the time shown and keep breathing. Lower the leg slowly, and rest on the floor between sets.
    .cue-1 = Lift the leg only a little.
    .cue-2 = Hips forward and in line.
    .easier-hint = Hold the side plank with both feet down.

C16 = Band press without turning
    .aim = Trains your sides and your deep tummy muscles to resist being turned.
    .start = Fix a band firmly at chest height and place yourself sideways to it, standing, on one knee or sitting, as your plan shows. Hold the band with both hands at your breastbone.
    .move = As you breathe out, press your hands slowly straight forward. The band wants to turn you; stay facing forward. Breathe in and bring your hands back slowly. Finish one side, then turn round.
    .cue-1 = Press slowly.
    .cue-2 = Stay tall and do not turn.
    .easier-hint = Use a lighter band, or stand closer to where it is fixed.

C17 = Seated brace and march
    .aim = Trains your trunk to stay tall and still while your feet lift in turn.
    .start = Sit tall towards the front of a firm chair, with your feet flat on the floor. Rest your hands on your thighs.
    .move = Firm up your tummy gently. As you breathe out, lift one foot just off the floor. Breathe in and lower it, then lift the other.
    .cue-1 = Sit tall, and stay tall.
    .cue-2 = Small lifts.
    .easier-hint = Lift only your heel and leave the toes down.

C18 = Low chest lift
    .aim = Trains the muscles of your upper back and between your shoulder blades.
    .start = Lie on your front with a pillow under your tummy and your legs relaxed. Bend your arms so that they make a W, with your hands beside your shoulders.
    .move = As you breathe out, draw your shoulder blades gently down and together, and let your breastbone come just off the floor. Hold for the time shown and keep breathing. Lower slowly.
    .cue-1 = Breastbone just off the floor.
    .cue-2 = Eyes down, neck long, feet on the floor.
    .easier-hint = Lift only your hands and leave your chest on the floor.

C19 = Opposite arm and leg, lying on your front
    .aim = Trains the muscles along your spine and your buttocks.
    .start = Lie on your front with your forehead on a folded towel. Stretch your arms out in front of you.
    .move = As you breathe out, lift one arm and the opposite leg just off the floor. Hold for the time shown and keep breathing. Lower slowly, then change sides.
    .cue-1 = Low and long; both hips stay down.
    .easier-hint = Lift only the leg, or put a pillow under your tummy.
