# What a person reads who asks for something the catalogue does not have: why not, and what to do instead.

impact-running = Running
    .because = Running is high-impact and vigorous. This programme stays with low-impact work. Harder effort comes in only after some calm weeks, and even then without running.
    .instead = A brisk walk trains your heart and lungs too. When that is easy, walk in intervals: a stretch at a fast pace, then a stretch at an easy pace.

impact-jumping = Jumping
    .because = Jumping is high-impact: every landing is a sudden load. This programme stays with low-impact work, so there is no jumping in it.
    .instead = March on the spot or step from side to side to music. One foot is always on the floor, and you can still get pleasantly out of breath. Interval walking is the next step.

impact-heavy_lifting = Heavy lifting
    .because = Very heavy lifts press harder on the low back than any exercise in this plan is allowed to.
    .instead = You can train the same movement with a load that fits you: lift a weight from a raised block, or sit back to a chair with a weight held at your chest. If that is too much today, learn the hip hinge with a stick first.

impact-sit_ups = Sit-ups
    .because = A full sit-up presses hard on the low back while it is bent. There are calmer ways to train the tummy muscles.
    .instead = The small curl-up and the dead bug train the same muscles with less load on the back. The lying march is the gentle way in.

impact-double_leg_raises = Double leg raises
    .because = Two straight legs are a long, heavy lever. Lifting both at once presses harder on the low back than this plan allows.
    .instead = Move one leg at a time: the dead bug, the lying march or the heel slide.

impact-superman = Superman
    .because = Lifting both arms and both legs while you lie on your front presses harder on the low back than any exercise in this plan is allowed to.
    .instead = The bird dog trains the same muscles with less load. Lifting one leg or one arm on hands and knees, or lifting only the chest a little over a pillow, is easier still.

impact-roman_chair = Roman chair
    .because = Bending and lifting the trunk on a Roman chair, above all with a weight, presses harder on the low back than any exercise in this plan is allowed to.
    .instead = Train the front with the dead bug and the back with one arm or one leg on hands and knees. Learn to bend from the hips with the stick hinge.

impact-contact_sport = Contact sports
    .because = You take medicine that makes bleeding more likely. A knock or a fall in a contact sport can then do more harm than it looks, so this plan leaves them out.
    .instead = Brisk walking or an exercise bike trains your heart and lungs, and tai chi your balance. If you want to go on with your sport, ask whoever prescribes your medicine.

impact-deep_pressure = Hard rolling and deep pressure
    .because = You take medicine that makes bleeding more likely. Deep pressure on muscles can leave large bruises, so this plan leaves it out.
    .instead = Gentle moves that take a stiff place through its range do the same job without pressure.

impact-hard_intervals = All-out intervals
    .because = This plan asks for no very hard effort in its first four weeks, and with heart disease not before a doctor or physiotherapist has put their yes on record.
    .instead = Walk in intervals: a stretch at a brisk pace, then a stretch at an easy pace. Stay at the effort that your plan names.

impact-pulse_targets = Training by pulse
    .because = You take medicine that slows your pulse, so your pulse does not show how hard you work.
    .instead = Go by how it feels, from 0 to 10, and by talking: at a moderate pace you can talk but not sing.
