# Functional patterns (5.7) and their variants.

F01 = Stick hinge
    .aim = Teaches you to bend from the hips while your back stays long.
    .start = Stand with your feet hip-width apart. Hold a stick along your spine, one hand behind your neck and one behind your low back, so that it touches your head, your upper back and your tailbone.
    .move = Soften your knees. Push your hips back and let your chest lean forward while the stick keeps touching all three points. Stop before a point lifts off. Breathe out and push your hips forward to stand.
    .cue-1 = The stick touches all three points.
    .cue-2 = Hips go back; knees bend only a little.
    .easier-hint = Lean forward less far.

F02 = Wall-tap hinge
    .aim = Trains bending from the hips without a stick.
    .start = Stand with your back to a wall, a small step away from it. Put your feet hip-width apart and your hands on your hips.
    .move = Soften your knees and push your hips back until your seat taps the wall. Keep your back long and your heels on the floor. Breathe out and stand up by pushing your hips forward.
    .cue-1 = Tap the wall with your seat.
    .easier-hint = Stand a little closer to the wall.

F03 = Sit-to-stand
    .aim = Trains the thighs and the seat for getting up from a chair.
    .start = Sit on the front half of a firm chair, with your feet hip-width apart under your knees. Begin with a high seat; go on to one of 45 cm, then with your arms crossed on your chest, then slowly.
    .move = Lean forward from the hips until your nose is over your toes. Breathe out and push through your whole feet to stand tall. Sit down slowly and touch the seat softly.
    .cue-1 = Nose over your toes.
    .cue-2 = Knees stay wide.
    .easier-hint = Use a higher seat or put a firm cushion on it.
    .hint-L3 = At the fullest level take three seconds to sit down.

F03b = Sit-to-stand with a cushion or a push of the arms
    .aim = Trains getting up from a chair, with some help.
    .start = Put a firm cushion on the seat, or use a chair with arms. Sit on the front half with your feet under your knees.
    .move = Lean forward from the hips. Breathe out and stand up, with your hands on the chair arms or on your thighs if you need them. Sit down slowly and touch the seat softly.
    .cue-1 = Your hands help as little as you need.
    .easier-hint = Add another firm cushion.
    .hint-WR = Use the cushion instead of pushing with your hands.

F04 = Squat to a seat with a weight at the chest
    .aim = Trains the thighs and the seat with a light weight.
    .start = Stand in front of a box or a firm chair with your feet a little wider than your hips. Hold the weight close to your chest with both hands.
    .move = Breathe in and sit back until you just touch the seat. Keep your heels down and your knees over your toes. Breathe out and push the floor away to stand.
    .cue-1 = Chest tall.
    .cue-2 = Your trunk leans only as much as your shins.
    .easier-hint = Use a lighter weight or a higher seat.

F04b = Squat to a lower seat with a weight at the chest
    .aim = Trains the thighs and the seat over a longer way.
    .start = Stand in front of a lower box or stool with your feet a little wider than your hips. Hold the weight close to your chest with both hands.
    .move = Breathe in and sit back slowly until you just touch the lower seat, or stop where you still have control. Keep your heels down. Breathe out and push the floor away to stand.
    .cue-1 = Go only as deep as you can control.
    .easier-hint = Put a cushion on the seat, or use a lighter weight.

F05 = Split squat with support
    .aim = Trains the legs one at a time.
    .start = Stand beside a chair or counter with a hand on it. Put one foot a step in front of the other, feet hip-width apart, with the back heel off the floor.
    .move = Bend both knees and let your body sink straight down. Stop well before the back knee reaches the floor. Breathe out and push through the front foot to come up. Do all on one side, then change.
    .cue-1 = Straight down and straight up.
    .easier-hint = Go down less far, and lean more on your hand.

F06 = Reverse lunge
    .aim = Trains legs and balance with a step backward.
    .start = Stand tall with your feet hip-width apart and space behind you.
    .move = Step one foot back and let the ball of the foot touch softly. Bend both knees and sink a little. Breathe out, push through the front heel and bring the foot back. Do all on one side, then change.
    .cue-1 = Soft touch with the back foot.
    .cue-2 = Push through the front heel.
    .easier-hint = Take a shorter step, and keep a hand on a chair.

F07 = Deadlift from a raised block
    .aim = Trains the seat, the backs of the legs and the back for lifting.
    .start = Put a weight on a firm, low block or step. Stand close to it with your feet hip-width apart.
    .move = Push your hips back, bend your knees a little and take the weight with both hands. Make your back long. Breathe out and push the floor away until you stand tall. Lower it the same way, with control.
    .cue-1 = Keep the weight close to your legs.
    .cue-2 = Long back.
    .cue-3 = Push the floor away.
    .easier-hint = Use a lighter weight or a higher block.
    .hint-L3 = Choose a weight with which you could do at least three more when you stop.

F07b = Deadlift from a lower block
    .aim = Trains lifting over a longer way.
    .start = Put a weight on a lower block than before. Stand close to it with your feet hip-width apart.
    .move = Push your hips back, bend your knees a little more and take the weight with both hands. Make your back long. Breathe out and push the floor away until you stand tall. Lower it with control. You could do at least three more when you stop.
    .cue-1 = Same long back as before.
    .cue-2 = The way is longer; do not rush it.
    .easier-hint = Go back to the higher block.

F08 = Hip hinge with a light weight or a band
    .aim = Trains the backs of the legs, the seat and the back under a light load.
    .start = Stand with your feet hip-width apart and hold a light weight in front of your thighs. A band under your feet will do as well.
    .move = Soften your knees. Breathe in and push your hips back for three seconds while the weight slides down along your thighs. Stop when your back would start to round. Breathe out and push your hips forward to stand.
    .cue-1 = Three slow seconds down.
    .easier-hint = Use less weight, and go down less far.

F09 = Wall push-up
    .aim = Trains the chest, the backs of the arms and the shoulder blades.
    .start = Face a wall, a step away. Put your hands on it at chest height, a little wider than your shoulders.
    .move = Breathe in and bend your elbows, pointing them down and out half-way, until your face is near the wall. Breathe out and push yourself back. Your body moves in one piece.
    .cue-1 = Your body is one straight line.
    .easier-hint = Stand closer to the wall.

F10 = Push-up at a counter or bench
    .aim = Trains the chest, the arms and the middle of the body.
    .start = Put your hands on the edge of a firm counter or bench, a little wider than your shoulders. Walk your feet back until your body is one straight line.
    .move = Breathe in and bend your elbows until your chest is near the edge. Breathe out and push up. Keep your middle gently firm.
    .cue-1 = Ribs down; the belly does not sag.
    .easier-hint = Use something higher.

F10b = Push-up on the floor from the knees
    .aim = Trains the chest, the arms and the middle of the body with more load.
    .start = Kneel on a soft mat and put your hands on the floor, a little wider than your shoulders. Move your knees back until there is a straight line from knees to head.
    .move = Breathe in and bend your elbows as far as you have control. Breathe out and push up in one piece.
    .cue-1 = Ribs down; the belly does not sag.
    .easier-hint = Go down less far, or go back to the counter.

F11 = Band row
    .aim = Trains the muscles between and below the shoulder blades.
    .start = Fasten a band safely at chest height. Sit tall or, when that is easy, stand in split stance. Hold one end in each hand with your arms long.
    .move = Breathe out and draw your elbows back close to your body. Let your shoulder blades slide back and down. Breathe in and let the arms go long again slowly.
    .cue-1 = Shoulder blades back and down.
    .cue-2 = Your body stays still, with no sway.
    .easier-hint = Use a lighter band, or sit.

F11b = Band row with one arm, in split stance
    .aim = Trains the upper back while your trunk resists turning.
    .start = Fasten a band safely at chest height and face it. Stand with one foot a step in front of the other. Hold the band in one hand with the arm long.
    .move = Breathe out and draw the elbow back close to your body. Hips and shoulders keep facing forward. Breathe in and let the arm go long again slowly. Do all on one side, then change.
    .cue-1 = Hips stay square to the front.
    .easier-hint = Use a lighter band, or row with both arms.

F12 = Band pulldown
    .aim = Trains the broad muscles at the sides of the back.
    .start = Fasten a band safely above head height. Stand or sit facing it and hold it with both arms long, hands up in front of you.
    .move = Breathe out and pull your hands down to your hips with long arms, or draw your elbows down to your sides. Keep your ribs down. Breathe in and let the arms go up again slowly.
    .cue-1 = Ribs stay down.
    .easier-hint = Use a lighter band, or begin with your hands lower.

F13 = Light overhead press, sitting
    .aim = Trains the shoulders and the backs of the arms.
    .start = Sit tall on a firm chair with your feet flat. Hold a light weight in each hand at shoulder height.
    .move = Breathe out and press the weights up as far as your back stays still. Breathe in and lower them slowly to your shoulders.
    .cue-1 = The low back does not arch.
    .easier-hint = Press one arm at a time, or with no weight.

F14 = Suitcase carry
    .aim = Trains the side of the trunk and the grip for carrying.
    .start = Stand tall with a weight in one hand, hanging at your side. Clear a straight way in front of you.
    .move = Breathe easily and walk slowly and tall, without leaning to either side. Change hands half-way. Put the weight down by bending from your hips and knees.
    .cue-1 = Shoulders and hips stay level.
    .easier-hint = Use a lighter weight, or walk less far.

F14b = March on the spot with a weight, hand on a rail
    .aim = Trains the side of the trunk for carrying, with support.
    .start = Stand beside a rail or counter with one hand on it. Hold a light weight in the other hand, hanging at your side.
    .move = March slowly on the spot and lift your feet only a little. Stay level and breathe easily. Turn round and change hands for the next set.
    .cue-1 = Stand tall.
    .cue-2 = Low knees.
    .easier-hint = March without the weight first.

F15 = Farmer carry
    .aim = Trains the grip, the trunk and the legs for carrying.
    .start = Stand tall with a weight in each hand, hanging at your sides. Clear a straight way in front of you.
    .move = Breathe easily and walk slowly, with your shoulders low and your head tall. Put the weights down by bending from your hips and knees.
    .cue-1 = Slow, tall steps.
    .easier-hint = Use lighter weights, or walk less far.

F16 = Band chop and lift, small arc
    .aim = Trains turning from the hips with the trunk held firm.
    .start = Fasten a band safely at one side. Stand side-on with your feet hip-width apart, or kneel on one knee on a pad. Hold the band with both hands in front of you.
    .move = Breathe out and draw the band across in a small arc between hip and chest height. Turn your hips and chest together. Breathe in and return slowly. Do all on one side, then change.
    .cue-1 = Hips and chest turn together.
    .easier-hint = Use a lighter band and a smaller arc.

F17 = Balance walk: heel to toe, sideways, backward, over an obstacle
    .aim = Trains balance while you walk.
    .start = Stand beside a long counter or a wall with a clear way in front of you. Lay a rolled towel on the way to step over.
    .move = Walk slowly with one foot in front of the other. Then walk sideways, and backward if the way is clear. Step over the towel and breathe easily.
    .cue-1 = Eyes up, look ahead.
    .easier-hint = Set your feet a little wider, and let a hand glide along the counter.

F18 = From the floor to standing
    .aim = Trains getting up from the floor.
    .start = Sit sideways on a mat with both knees bent to one side. Have a firm chair beside you.
    .move = Lean on your hands and come up onto hands and knees, then onto both knees. Put one foot in front, with a hand on the chair if you like. Breathe out and push up to stand. Go down again slowly, the same way back.
    .cue-1 = Side-sit, then kneel, then stand.
    .easier-hint = Hold on to the chair all the way, and rest at each stage.

F18b = From the chair to one knee and back
    .aim = Trains the first part of getting down to the floor and up.
    .start = Stand facing a firm chair that cannot slide, with both hands on the seat. Put a pad on the floor behind you.
    .move = Step one foot back and lower that knee slowly towards the pad. Let it touch if that is comfortable. Breathe out, push through the front foot and your hands, and stand up. Change sides.
    .cue-1 = Hands stay on the seat.
    .easier-hint = Lower the knee only part of the way.

F19 = Lift and place a box, hip to shelf
    .aim = Trains lifting and placing things with a long back.
    .start = Stand close to a table with a box at hip height. Have a shelf beside it, between hip and chest height.
    .move = Bend from the hips, take the box and hold it close. Breathe out and stand tall. Turn by stepping your feet round, then place the box on the shelf. Bring it back the same way.
    .cue-1 = Your feet turn, not your spine.
    .easier-hint = Use a lighter box and a lower shelf.
