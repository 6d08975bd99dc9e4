# The constraint tags and the limits, in plain words: what you told us, and what it changes.

tag-OP = thin bones or long-term steroids
    .because = You told us about thin bones (osteoporosis), a broken bone in the back, or long-term steroid tablets.
    .means = We leave out exercises that round your back or twist it strongly, and start with light weights. You get more work for balance, for your back muscles and for bending from the hips.

tag-DF = leg pain that comes with bending or sitting
    .because = You told us that the pain in your leg is worse when you sit, bend or cough.
    .means = For now we leave out exercises that round the low back, and stretches that bring on the leg pain. Sit for 30 minutes at most at a time, and put off bending jobs for the first one to two hours after you get up. This ends when the leg pain has settled.

tag-ST = legs that get heavy or painful when you stand or walk
    .because = You told us that standing or walking brings on leg pain or heavy legs, and that sitting or leaning forward eases them.
    .means = We leave out bending far backward. Cycling, walking in short spells with rests, and walking with a slight lean suit you better.

tag-SL = spondylolisthesis or a pars defect
    .because = You told us about spondylolisthesis or a pars defect in your low back.
    .means = We leave out bending far backward, strong twists and hard impact. You train the tummy, hip and seat muscles with your back in a middle position.

tag-PG = pregnant, or a baby in the last twelve weeks
    .because = You told us that you are pregnant, or had a baby less than twelve weeks ago.
    .means = We leave out lying flat on your back, lying on your front and anything that makes you hold your breath or could make you fall. Stop and call your midwife or doctor if you bleed, lose fluid, have contractions, chest pain, calf pain, dizziness or a headache, or are short of breath before you start.

tag-HR = a hip replacement or severe arthritis of the hip
    .because = You told us about a hip replacement or severe arthritis of the hip.
    .means = We avoid bending the hip deeply while the leg crosses over or turns in. Seats are higher, and some exercises have a smaller movement.

tag-HX = hip precautions still in force
    .because = You told us that the rules you were given after your hip replacement still hold, or you are not sure that they have ended.
    .means = We leave out bending the hip past a right angle, crossing the leg over the middle and turning the leg in. This stays until your surgical team lifts the rules.

tag-KR = a knee replacement or severe arthritis of the knee
    .because = You told us about a knee replacement or severe arthritis of the knee.
    .means = No kneeling. You do those exercises standing or at a bench instead. Bend the knee only as far as is comfortable, and start with low steps.

tag-AC = blood-thinning medicine
    .because = You told us that you take blood-thinning medicine or bleed easily.
    .means = We keep the risk of a fall low and leave out hard rolling and deep pressure. If you knock your head, get emergency help, even if you feel well.

tag-CV = a heart or blood-vessel condition, cleared for exercise
    .because = You told us about a heart or blood-vessel condition, and you have been cleared to exercise.
    .means = Your effort stays at 5 out of 10 at most, unless a clinician has written other limits for you. Stop and get emergency help for chest pain, fainting or severe breathlessness.

tag-HT = high blood pressure, or advice not to strain
    .because = Your blood pressure is on the high side, or you were told not to strain.
    .means = Your effort stays at 5 out of 10 at most. Holds last 10 seconds at most, you breathe all the time, your head stays above your heart, and there are no heavy or overhead loads. Tell your doctor about the readings.

tag-FALL = a risk of falling
    .because = You told us about falls or poor balance, or your balance test was short.
    .means = You have a hand on something firm for standing work, and no wobbly surfaces. We leave out floor work on your own. You train strength and balance at least three days a week.

tag-SH = a shoulder that does not like to go up
    .because = You told us about a shoulder that limits how high you can lift your arm.
    .means = Your hands stay below shoulder height, or only as high as does not hurt. Work above the head is left out.

tag-WR = a wrist that does not like weight
    .because = You told us about a wrist or hand that does not like to carry weight.
    .means = No weight on the flat hand. You use your fists or forearms, or do another exercise.

tag-VT = dizzy when you change position
    .because = You told us about vertigo, or that you feel dizzy when you change position.
    .means = You change position slowly and wait until your head is clear. We leave out going up and down between lying and sitting again and again.

tag-GL = raised eye pressure, diabetic eye disease or recent eye surgery
    .because = You told us about glaucoma, an eye condition from diabetes, or recent eye surgery.
    .means = Your head never goes below your heart, your hips never go above your head, and you never hold your breath.

tag-BB = medicine that slows the heart
    .because = You told us about a medicine that keeps your heart rate down.
    .means = Your heart rate does not show how hard you work, so we go by your feeling of effort and by how easily you can talk. Your effort stays at 6 out of 10 at most, or at 5 with a heart condition, unless a clinician has written other limits for you.

tag-DM = diabetes treated with insulin or tablets that can cause low sugar
    .because = You told us that you take insulin or diabetes tablets that can make your blood sugar fall too low.
    .means = Carry sugar with you. If your sugar is below 5.0 mmol/L (90 mg/dL), eat some carbohydrate first. No session if it is above 13.9 mmol/L (250 mg/dL) and you have ketones or feel unwell. After a low sugar in the last 24 hours do light work only.

tag-FL = getting to or from the floor is not possible
    .because = You told us that you cannot get down to the floor or up again on your own.
    .means = Your exercises are done on a chair, standing, in water, or on a bed. Nothing is done on the floor.

tag-FU = back surgery that is not fully released
    .because = You told us about a fusion or a larger operation on your low back, and your surgeon has not lifted all limits.
    .means = Your back stays in a middle position: no bending or twisting to the end of its range, and no heavy lifting with a bend or a twist. This stays until your surgeon releases you.

tag-NK = neck pain or arm symptoms now
    .because = You told us that your neck hurts, or that you have symptoms in your arm.
    .means = We leave out exercises that lift the head or press on the neck.

tag-FQ = a quinolone antibiotic now or in the last six weeks
    .because = You told us that you take a quinolone antibiotic, or took one in the last six weeks.
    .means = These medicines can make tendons sensitive. We leave out hard work for the calf and the Achilles tendon.

tag-LP = strong leg pain, or a leg that has not been checked yet
    .because = You told us that your leg pain is above 5 out of 10 now, or that a change in your leg has not been checked by a clinician yet.
    .means = We leave out nerve glides until the leg pain is lower or your leg has been checked.

limit-small = half the movement, in the middle of your range, with no added weight
limit-hip90 = bend the hip no further than a right angle
limit-low = keep your hands below your shoulders, or use a step of 10 cm at most
limit-support = keep a hand on a counter, a rail or a chair
limit-shallow = bend the knees only a little, 45 degrees at most
limit-high_seat = use a seat at least 50 cm high
limit-light = use the lightest load of your range, with an effort of 5 out of 10 at most
limit-short = hold for 10 seconds at most, and breathe freely all the time
limit-fists = put your weight on your fists, with the wrists straight
limit-forearm = rest on your forearms instead of your hands
limit-bench = do it on a bench or another raised surface
limit-stand = do it standing
limit-seat = do it sitting
limit-extend = go only from the middle to a slight backward bend, and not forward
limit-flex = do only the half that bends forward
limit-helper = do it only with someone beside you
limit-back_or_snorkel = swim on your back, or front crawl with a snorkel
limit-bed = do it on a bed, not on the floor
limit-slow_transitions = change position slowly, and wait until your head is clear
limit-pain_free_range = move only as far as it does not hurt
