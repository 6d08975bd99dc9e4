### What the examination says to people: tests, screens, compensations, posture, findings, muscles, patterns.
### A finding is a training opportunity; nothing here says what is bad, only what is good to train (WS-01, WS-02).

## Strength and endurance

MT-10 = 30-second chair stand
    .how = Put a firm chair, seat 43 cm high, with its back against a wall. Sit in the middle and cross your arms over your chest. For 30 seconds, stand up fully and sit down again as often as you can. Count each full stand; if you are more than half-way up when time is over, that one counts too. If you have to use your arms, write down 0. Do it twice, with a rest between, and write down both.
    .why = It shows how ready your legs and seat muscles are for stairs, chairs and getting up.
    .safety = Leave it out if your hip or knee operation is recent. Stand near something you could hold on to. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-10b = 1-minute sit-to-stand
    .how = Put a firm chair, seat 43 cm high, with its back against a wall. Cross your arms over your chest. For one minute, stand up fully and sit down again as often as you can at a pace you can keep. You may pause. Count the full stands. Do it twice, with a good rest between, and write down both.
    .why = It shows the strength and stamina of your legs. We use it up to 59 years of age.
    .safety = Leave it out if your hip or knee operation is recent, or if you have a heart condition or high blood pressure. Stop if you feel dizzy or very short of breath. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-11 = Five times sit-to-stand
    .how = Sit on a firm chair against a wall, arms crossed over your chest. Stand up fully and sit down five times, as fast as you safely can. The time runs from the start to the fifth stand.
    .why = It shows the strength and speed of your legs.
    .safety = Leave it out if your hip or knee operation is recent. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-12 = Back endurance, lying over an edge
    .how = Lie on your front with your hips at the edge of a bench and your legs held. Cross your arms and hold your trunk level. The time runs until you drop, or 240 seconds. At home there is a gentler way: lie on the floor with a cushion under your belly and lift your chest a little.
    .why = It shows how long your back and seat muscles can work.
    .safety = Only with somebody present. Breathe freely; come down as soon as you want to. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-13 = Side bridge
    .how = Lie on your side on your elbow, with feet or knees as the base. Lift your hips so that your body is straight, and hold. Do both sides. The time runs until the hips sink.
    .why = It shows how long the side of your trunk can work.
    .safety = Breathe freely. Leave it out if your shoulder or wrist does not like it. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-14 = Trunk hold, leaning back
    .how = Sit with your knees bent at a right angle and your back leaning on a wedge, 60 degrees up from the floor. The wedge is moved back a little and you hold your position. The time runs until your back touches it.
    .why = It shows how long the front of your trunk can work.
    .safety = Breathe freely. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-15 = Balance between the trunk holds
    .how = Nothing to do: it compares right with left side bridge, and front and side with back.
    .why = It helps to choose between exercises for the side, the back and the front of the trunk.

MT-16 = Front plank
    .how = Lie on your front, then lift yourself on forearms and knees, or forearms and feet. Keep your body in one line. The time runs until the line goes. The steps are: knees 20 seconds, knees 40, feet 20, feet 45.
    .why = It shows how long the front of your trunk can hold a line.
    .safety = Breathe freely. Leave it out if your shoulder or wrist does not like it. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-17 = Single-leg bridge hold
    .how = Lie on your back with your knees bent. Lift your hips, then straighten one leg, hips level. The time runs until a hip drops, or 60 seconds. Do both sides.
    .why = It shows how your seat muscles hold your pelvis level.
    .safety = Come down if a muscle cramps. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-18 = Heel raise on one leg
    .how = Stand on one leg with your fingertips on a wall or counter. Rise on your toes and come down, again and again, at an even pace. Count until you can no longer rise fully. Do both sides.
    .why = It shows the strength of your calves, which push you forward when you walk.
    .safety = Leave it out with Achilles tendon trouble, or if you have taken a fluoroquinolone antibiotic within 6 weeks. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-19 = Straight leg lift, lying
    .how = Lie on your back with your legs straight. Lift one leg 20 cm, without bending the knee. How hard was it, from 0 (not at all) to 5 (not possible)? Do the other leg. Write down the sum.
    .why = It shows how easily your trunk and pelvis pass on the load of a leg.
    .safety = Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-20 = Side-lying leg lift
    .how = Lie on your side, lower knee bent. Lift the straight upper leg slowly ten times. Somebody watches whether the pelvis stays still and the leg does not drift forward. Do both sides.
    .why = It shows how the outer hip muscles steady you.
    .safety = Leave it out while limits after a hip replacement are in force. Stop if your pain rises by 3 points or reaches 7 out of 10.

## Flexibility and range

MT-30 = Straight leg raise
    .how = Lie on your back. Somebody lifts one leg with the knee straight, or you do so with a strap, until the first firm pull. The angle from the floor is read. Say where you feel it: back of the thigh, or further down the leg. Do both sides.
    .why = It shows the length of the back of your thigh. A feeling that runs down the leg tells us something else, and we treat it gently.
    .safety = Go no further than the first firm pull. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-31 = Knee straightening, lying
    .how = Lie on your back with one thigh held upright. Straighten the knee as far as it goes. What is missing to straight is read in degrees. Do both sides.
    .why = It shows the length of the back of your thigh without rounding your back.
    .safety = Go no further than the first firm pull. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-32 = Finger to floor
    .how = Stand with your feet together and your knees straight. Bend forward as far as is comfortable. The distance from fingertips to floor is read.
    .why = It shows how freely your hips, legs and back bend together, and it is easy to follow over time.
    .safety = Bend slowly, and only as far as you are happy with. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-33 = Sit and reach, on the floor
    .how = Sit on the floor with your legs straight. Reach forward with both hands and hold for a moment. How far beyond the toes do you get? Short of the toes is a minus.
    .why = It shows how freely your hips and the back of your legs bend.
    .safety = Reach slowly, without bouncing. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-33b = Sit and reach, on a chair
    .how = Sit on the edge of a firm chair against a wall, one leg straight with the heel on the floor. Reach for the toes. How far beyond them do you get? Short of the toes is a minus.
    .why = It shows the same as the floor version, without getting down.
    .safety = Reach slowly, without bouncing. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-34 = Hip flexor length, lying
    .how = Lie on your back at the end of a bench. Hold one knee to your chest so that your pelvis stays still, and let the other leg hang. Somebody looks at thigh and knee. Do both sides.
    .why = It shows the length of the front of your hip.
    .safety = Come out of it slowly, both legs up. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-35 = Thigh length, lying on the front
    .how = Lie on your front, with a pillow under your belly if that is easier. Somebody bends one knee and brings the heel towards the buttock until the pelvis wants to lift. Do both sides.
    .why = It shows the length of the front of your thigh.
    .safety = Say so at once if you feel it in the leg rather than as a stretch. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-36 = Hip turning inward
    .how = Sit with your knees bent, or lie on your front. Move one foot outward so that the thigh turns inward. The angle of the shin is read. Do both sides.
    .why = When the hip turns freely, the back has less turning to do.
    .safety = Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-37 = Knee to wall
    .how = Stand facing a wall, one foot in front, hand on the wall. Bend that knee to touch the wall with the heel down. Move the foot back bit by bit while the knee still touches and the heel stays down. Measure from the big toe to the wall in centimetres. Do each side twice.
    .why = It shows how far your ankle bends, which matters for squats and stairs.
    .safety = Leave it out after a recent foot operation. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-38 = Turning the upper back, sitting
    .how = Sit tall with your arms crossed over your chest and your knees together. Turn as far as is comfortable to one side, then to the other, hips still. The angle is read.
    .why = It shows how freely your upper back turns.
    .safety = Turn slowly. With thin bones, only half-way and gently. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-39 = Wall arm raise
    .how = Stand with your back against a wall, ribs down. Raise both straight arms, thumbs towards the wall, as high as your ribs stay down. Straight ahead is 90 degrees, straight up along the wall 180; two thirds of the way from ahead to up is 150. Write down the angle, as well as you can judge it. Do it twice.
    .why = It shows how freely you reach overhead without arching your back.
    .safety = Leave it out if your shoulder must not go up. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-40 = Reference ranges of the joints
    .how = Nothing to do: usual ranges to compare with.
    .why = They help a clinician to read a joint measurement.

## Balance and stamina

MT-50 = Standing on one leg
    .how = Stand beside a counter with a hand just above it. Look straight ahead, lift one foot and count the seconds until you need the counter or put the foot down, or until 45. The best of three counts. Do both sides.
    .why = Good balance makes walking, stairs and dressing safer.
    .safety = Keep the counter within reach all the time. Leave it out if you have fallen lately; then we use an easier test. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-51 = Four-stage balance
    .how = With somebody beside you, stand for up to 10 seconds each: feet side by side; one foot half in front; one foot right in front of the other; on one leg. Go on only if the stage before was steady. Write down the seconds with one foot right in front of the other, 0 if you did not get there.
    .why = It is a safer way to test balance, above all from 65.
    .safety = Somebody stands close and ready to help. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-52 = Six-minute walk
    .how = Walk back and forth on a flat course for six minutes, as far as you can at your own pace. You may slow down, stop and go on. The metres are counted.
    .why = It shows your stamina and sets the starting point for walking.
    .safety = Stop for chest discomfort, dizziness or unusual breathlessness, and say so. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-53 = Two-minute step test
    .how = March on the spot for two minutes, each knee up to mid-thigh height. Each time the right knee comes up counts as one. You may hold on to a wall.
    .why = It shows your stamina indoors.
    .safety = Stop for chest discomfort, dizziness or unusual breathlessness, and say so. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-54 = Walking tolerance
    .how = On three days, walk at your usual pace until your pain is 2 points above where it started, or you need to stop. Write down the minutes each time.
    .why = Your walking plan starts at 80 per cent of the mean, so that the start is easy.
    .safety = Walk where you can sit down. Stop if your pain rises by 3 points or reaches 7 out of 10.

## Movement control

MT-60 = Movement control, six small tests
    .how = Nothing more to do: it counts how many of the six tests that follow were done as described.
    .why = If two or more are new to you, learning to move hips and back apart comes first.

MT-61 = Bow from the hips
    .how = Stand and bow forward from the hips, 50 to 70 degrees, with your low back still. A stick along your back shows it.
    .why = It shows whether hips and back can move apart when you bend.
    .safety = Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-62 = Tilting the pelvis, standing
    .how = Stand with soft knees. Tuck your tail under, and let your upper body stay where it is.
    .why = It shows whether you can move the pelvis by itself.
    .safety = Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-63 = Shifting on to one leg
    .how = Stand with your feet a little apart, then lift one foot. Somebody measures how far your navel moves sideways: at most 10 cm, and the two sides alike within 2 cm.
    .why = It shows how you carry your weight on one leg.
    .safety = A counter is within reach. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-64 = Straightening a knee, sitting
    .how = Sit tall. Straighten one knee until it is 30 to 50 degrees short of straight, with your back still. Do both sides.
    .why = It shows whether the leg can move without the back.
    .safety = Ease off if it pulls down the leg. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-65 = Rocking on hands and knees
    .how = On hands and knees, sit back towards your heels and come forward over your hands, with your back quiet.
    .why = It shows whether the hips can move under a quiet back.
    .safety = Use padding under your knees. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-66 = Bending a knee, lying on the front
    .how = Lie on your front and bend one knee to a right angle, with your low back quiet. Do both sides.
    .why = It shows whether the leg can move without arching or turning the back.
    .safety = Stop if your pain rises by 3 points or reaches 7 out of 10.

## Movement patterns

MT-70 = Squat to a chair, arms up
    .how = Stand in front of a chair with your arms overhead. Sit down towards it and stand up, three times. You are watched from the front and the side.
    .why = It shows how ankles, hips, trunk and shoulders work together.
    .safety = The chair stands against a wall. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-71 = Step-down
    .how = Stand on a step of 10 to 15 cm. Lower the other heel slowly to the floor in front and come up again, three times. Do both sides.
    .why = It shows how hip and knee steady you on stairs.
    .safety = A rail or counter is within reach. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-72 = Hip hinge with a stick
    .how = Hold a stick along your back so that it touches head, upper back and tail bone. Bend from the hips with soft knees and keep all three touching.
    .why = Bending from the hips is the base of lifting.
    .safety = Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-73 = Split-stance lunge
    .how = One foot in front, one behind, a hand on a support. Lower straight down as far as is comfortable and come up. Do both sides.
    .why = It shows strength and steadiness with one leg forward.
    .safety = Keep the hand on the support. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-74 = Push-ups on a wall
    .how = Hands on a wall or a counter, body in one line. Bend and straighten your arms five times.
    .why = It shows how shoulders and trunk work together when you push.
    .safety = Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-75 = Walking 10 metres
    .how = Walk 10 metres as you usually do. You are watched from the front and the side.
    .why = It shows how evenly and freely you walk.
    .safety = Use your walking aid if you have one. Stop if your pain rises by 3 points or reaches 7 out of 10.

MT-76 = Single-leg squat
    .how = Stand on one leg and bend the knee a little way, three times. You are watched from the front. Do both sides.
    .why = It shows how hip and knee steady you on one leg.
    .safety = A counter is within reach. Stop if your pain rises by 3 points or reaches 7 out of 10.

## Compensations: ways around, seen in the patterns above

OS-01 = Feet turn out
    .how = Seen from the front: the feet turn out more than at the start.

OS-02 = Arches flatten
    .how = Seen from the front: the arch of the foot sinks.

OS-03 = Knees move in
    .how = Seen from the front: a knee moves towards the other.

OS-04 = Knees move out
    .how = Seen from the front: a knee moves away from the other.

OS-05 = Trunk leans forward
    .how = Seen from the side: the trunk leans clearly more than the shins.

OS-06 = Low back arches
    .how = Seen from the side by a helper: the hollow of the low back gets deeper.

OS-07 = Low back rounds
    .how = Seen from the side: the low back rounds on the way down.

OS-08 = Arms come forward
    .how = Seen from the side: the arms leave the line of the trunk.

OS-09 = Heels lift
    .how = Seen from the side or from behind: a heel leaves the floor.

OS-10 = Weight goes to one side
    .how = Seen from the front or from behind: the hips shift to one side.

OS-11 = A hip drops on the step
    .how = Seen from the front: the pelvis tips when one leg carries you.

OS-12 = Head goes forward
    .how = Seen from the side: the head goes forward on a push or a pull.

## Posture: a note beside the tests, which weigh much more

PO-01 = Lower crossed pattern
    .how = Side view: pelvis tipped forward, deeper hollow of the low back, hips slightly bent.

PO-02 = Upper crossed pattern
    .how = Side view: head forward, shoulders forward, upper back round.

PO-03 = Both patterns together
    .how = Side view: round upper back and deeper hollow of the low back.

PO-04 = Sway-back pattern
    .how = Side view: pelvis ahead of the ankles, flat low back, long round upper back.

PO-05 = Flat-back pattern
    .how = Side view: pelvis tipped backward, little hollow of the low back.

PO-06 = Mixed pattern
    .how = Side view: no single pattern; the tests say more.

PO-10 = Head angle
    .how = Two points are tapped on a side photo: the lowest neck bone and the ear.

PO-11 = Ear and shoulder
    .how = Worked out from a side photo; only its trend is of interest.

PO-12 = Shoulder line
    .how = Worked out from two front photos. Most people have one shoulder a little lower.

PO-13 = Pelvis line
    .how = Worked out from a front photo; tapped points are better.

PO-14 = Lean to one side
    .how = Worked out from a front photo.

PO-14b = Lean forward or back
    .how = Worked out from a side photo.

PO-15 = Knee line, standing
    .how = Worked out from a front photo, feet straight ahead.

PO-16 = Head to wall
    .how = Stand with heels and back against a wall, eyes level. The gap between head and wall is measured with a tape.

PO-17 = Accuracy of photos
    .how = How well a photo can measure; nothing to do.

## Findings, as training opportunities

MP-01 = Standing up from a chair
    .opportunity = Standing up from a chair is a good thing to train. It makes stairs, toilets and car seats easier.
    .because = In the chair test you did fewer stands, or took longer, than most people of your age.

MP-02 = Back endurance and hip bending
    .opportunity = Your back and seat muscles can learn to work for longer, and bending from the hips can share the load.
    .because = In the back hold your time was short for your age, or short beside your other holds.

MP-03 = The side of your trunk
    .opportunity = The side of your trunk is a good place to gain: it keeps you level when you carry a bag.
    .because = In the side hold your time was short, or the two sides differed.

MP-04 = The front of your trunk
    .opportunity = The front of your trunk can learn to hold a steady line while arms and legs move.
    .because = In the plank your time was below the first step, or lifting a straight leg felt hard.

MP-05 = Bending from the hips
    .opportunity = Letting the hips do the bending, with the back along for the ride, is a skill you can learn.
    .because = When you bowed or straightened a knee, your low back moved along early.

MP-06 = A quiet low back when the legs move
    .opportunity = Keeping the low back quiet while pelvis or legs move is a skill you can learn.
    .because = When you tilted the pelvis or bent a knee, your low back or trunk moved along.

MP-07 = Steadiness on one leg
    .opportunity = Steadiness on one leg is a good thing to train for stairs and walking.
    .because = On one leg or on the step, your pelvis or knee moved sideways.

MP-08 = The front of your hips
    .opportunity = Room at the front of the hips, and then strong seat muscles, help with standing tall and walking.
    .because = In the hip length test, the front of your hip or thigh reached its end early.

MP-09 = The back of your thighs
    .opportunity = Room at the back of the thighs makes bending from the hips easier.
    .because = In the leg raise, the back of your thigh reached its end early, without signs from the nerve.

MP-10 = Turning in the hips
    .opportunity = Hips that turn freely leave the back less to do.
    .because = One hip turned inward little, or less than the other.

MP-11 = Bending in the ankles
    .opportunity = Ankles that bend freely make squats and stairs easier.
    .because = In the knee-to-wall test, an ankle bent little, or less than the other.

MP-12 = Turning in the upper back
    .opportunity = An upper back that turns freely helps you to look round and reach.
    .because = When you turned sitting, your upper back went a small way, or one way less than the other.

MP-12b = Reaching overhead
    .opportunity = Reaching overhead with quiet ribs is a good thing to train. Pressing weights overhead can wait.
    .because = In the wall arm raise, your arms stopped early or your ribs lifted.

MP-13 = Balance
    .opportunity = Balance can be trained at any age, and it makes walking safer.
    .because = In the balance test your time was short.

MP-14 = Stamina
    .opportunity = Walking, cycling or the pool come first for you: stamina helps with everything else.
    .because = You walked less far than expected, or you move briskly for less than 60 minutes a week.

MP-15 = Calm and confidence in moving
    .opportunity = Calm, flowing movement, and small steps into what you avoid, are a good way in.
    .because = You told us about worry, low mood, or fear that moving might harm you.

MP-16 = A bit of everything
    .opportunity = Nothing stands out, so a balanced plan fits you: bending, squatting, pushing, pulling, carrying, resisting a turn, walking.
    .because = Nothing in your tests was flagged.

MP-17 = Strong seat muscles
    .opportunity = Stronger seat muscles help with standing up, stairs and bending, and leave the back less to do.
    .because = In the one-leg bridge, your hips came down early.

MP-18 = The side of your hips
    .opportunity = Stronger muscles at the side of the hips keep you steady when you walk.
    .because = When you lifted the upper leg lying on your side, the pelvis moved along.

## Muscles and tissues

muscle-transversus_abdominis = deep tummy muscles

muscle-rectus_abdominis = front tummy muscles

muscle-obliques = side tummy muscles

muscle-quadratus_lumborum = muscles at the side of the low back

muscle-erector_spinae = long back muscles

muscle-multifidus = deep back muscles

muscle-diaphragm = breathing muscle

muscle-pelvic_floor = pelvic floor

muscle-gluteus_maximus = buttock muscles

muscle-gluteus_medius = outer hip muscles

muscle-hip_rotators = deep hip muscles and hip joint

muscle-adductors = inner thigh muscles

muscle-tensor_fasciae_latae = front outer hip and thigh band

muscle-hip_flexors = muscles at the front of the hip

muscle-rectus_femoris = long muscle at the front of the thigh

muscle-quadriceps = front thigh muscles

muscle-hamstrings = back thigh muscles

muscle-calf = calf muscles

muscle-soleus = deep calf muscle

muscle-tibialis = shin muscles

muscle-peroneals = outer lower leg muscles

muscle-pectorals = chest muscles

muscle-latissimus = broad back muscle under the arm

muscle-upper_trapezius = top of the shoulders

muscle-mid_lower_trapezius = muscles between the shoulder blades

muscle-serratus = muscle that holds the shoulder blade to the ribs

muscle-rotator_cuff = small shoulder muscles

muscle-deep_neck_flexors = deep front neck muscles

muscle-neck_extensors = muscles at the back of the neck

muscle-thoracic_spine = upper back

muscle-triceps = back of the upper arm

muscle-grip = grip

muscle-shoulders = shoulders

muscle-sciatic_nerve = the nerve down the leg, which likes to glide

muscle-heart_and_lungs = heart and lungs

muscle-balance = balance

muscle-whole_body = whole body

## Patterns

pattern-hinge = bending at the hips

pattern-squat = sitting down and standing up

pattern-lunge = one leg forward

pattern-push = pushing

pattern-pull = pulling

pattern-carry = carrying

pattern-trunk = holding the trunk steady

pattern-anti_rotation = resisting a turn

pattern-rotation = turning from the hips

pattern-gait = walking

pattern-balance = standing on one leg or a narrow base

pattern-hip = buttock and hip work

pattern-mobility = moving freely

pattern-breath = breathing and winding down
