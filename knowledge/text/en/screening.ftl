# The words of screening: levels, cards and rules. `$emergency` is the emergency number of the person's country (RF-47),
# `$advice` the number for medical advice; a message that needs `$advice` is shown only where there is one.
# Words of E0 and E1 are short and say nothing about exercise (WS-04).

## Levels

level-emergency = Emergency today
    .title = Please get medical help now
    .lead = Something you told us needs to be checked by a doctor straight away. It may turn out to be nothing serious, but it is important not to wait.
    .next = Call { $emergency } now, or go to the nearest emergency department. Do not drive yourself if your legs are weak or you feel faint. Show the letter to the people who see you.

level-urgent = See a doctor soon
    .title = Please speak to a doctor within the next day or two
    .lead = Something you told us should be checked by a doctor soon. Most often the cause is not serious, and a doctor can make sure.
    .next = Phone your doctor today and show them our letter. If they cannot see you in time, or if you are not sure, get medical advice the same day. Until then, move around the way that feels comfortable. If you get worse, call { $emergency }.
    .advice-line = You can also call { $advice } for medical advice.

level-see-clinician = See a health professional first
    .title = Please talk to a health professional before you start
    .lead = We would like a doctor, physiotherapist or other health professional to say what suits you, so that your plan fits your health.
    .next = Take our letter to them. Ordinary comfortable walking and your usual light activities are fine while you wait. When you have their answer, a coach can record it and make your programme with you.

level-incomplete = Some answers are still missing
    .title = A few more answers, please
    .lead = We need these answers to be sure that a plan is safe for you.
    .next = Please answer the questions in the list. "Not sure" is an answer too.
    .stale = Your answers are more than { $days } days old, and things may have changed since.
    .stale-next = Please give all of them again. "Not sure" is an answer too.

level-caution = Ready, with some care
    .title = You can start, with some care
    .lead = Your answers show that exercise suits you. We have fitted your plan to what you told us.
    .next = Your plan leaves out or changes some exercises for you. Answer the short check before each session, and stop if one of the stop signs comes up.

level-ok = Ready to start
    .title = You can start
    .lead = Nothing in your answers stands in the way of an exercise plan.
    .next = Start gently and build up step by step. Answer the short check before each session, and stop if one of the stop signs comes up.

## Cards

# RF-42: the signs of RF-01 to RF-05, 10, 12 and 13 are for the emergency number, those of RF-06, 08 and 14 for the same day.
safety-card = Signs that need help straight away
    .intro = These signs are rare, but it helps to know them. If one of them is new or gets worse, call { $emergency } or go to the nearest emergency department. Do not wait for it to pass, and do not drive yourself if your legs are weak.
    .item-1 = Trouble starting to pass urine, not being able to, leaking, or a changed feeling when you pass urine.
    .item-2 = Numbness or a changed feeling between your legs, around your genitals or your back passage, even in a small patch.
    .item-3 = Not feeling when your bowel is full, or leaking from your bowel.
    .item-4 = Strong weakness in both legs, or weakness in both legs that gets worse.
    .item-5 = A new change in sexual feeling or function together with any of the signs above.
    .item-6 = Sudden severe or tearing pain in your back or tummy, or severe pain with fainting or cold, clammy skin.
    .item-7 = Chest pressure, pain in your jaw or arm, being breathless at rest, coughing blood, or fainting.
    .item-8 = A face that droops, an arm that goes weak, or speech that is slurred.
    .item-9 = Fever together with shaking chills or new confusion.
    .urgent = For these signs, see a doctor the same day
    .urgent-1 = New pain down both legs.
    .urgent-2 = New weakness in one leg: the foot drops, you cannot lift your toes or heel, or the knee gives way.
    .urgent-3 = Fever, chills or night sweats together with back pain.
    .urgent-4 = A new change in sexual feeling or function on its own.

# RF-41.
micro-screen = A short check before you start
    .q-1 = Do you have new numbness between your legs, a change in your bladder or bowel, or weakness in a leg?
    .q-2 = Do you have chest pain, have you fainted, do you feel unwell, or do you have a fever?
    .q-3 = How strong is your pain right now, from 0 (no pain) to 10 (the worst you can imagine), and where is it?
    .if-yes = If your answer to one of the first two is "yes" or "not sure", do no session today. Look at the safety card, and answer the full safety questions.
    .short-1 = New numbness between your legs, a change in bladder or bowel, or a weak leg?
    .short-2 = Chest pain, fainting, fever, or feeling unwell?
    .short-3 = Pain right now, from 0 to 10, and where?
    .short-if-yes = "Yes" or "not sure" to one of the first two: no session today. Look at the safety card.

# SN-01 to SN-07, in this order.
stop-now = When to stop
    .item-1 = Chest pain, fainting, being very short of breath, new confusion or a racing, fluttering heart: stop and call { $emergency }.
    .item-2 = New numbness between your legs, a change in your bladder or bowel, new symptoms in both legs, or sudden weakness in a leg: stop and call { $emergency }.
    .item-3 = Sudden severe, tearing pain in your back or tummy: stop and call { $emergency }.
    .item-4 = Pain or tingling that spreads further down your leg, or new numbness, that stays for more than 10 minutes: stop this exercise. If your leg has lost strength, see a doctor the same day.
    .item-5 = Pain of 7 out of 10 or more that has gone up since you started, or pain that has gone up by 3 or more: stop this exercise.
    .item-6 = Dizziness or feeling sick: sit down, rest, and end the session. If it happens again within 7 days, see a health professional before the next session.
    .item-7 = A fall: stop and check yourself for injuries. If you hit your head and take blood thinners, call { $emergency }.

waiting-card = While you wait
    .lead = You do not have to sit still while you wait for an answer. Keep up your usual light activities as far as they feel comfortable.
    .walk = Ordinary comfortable walking is fine. Go at a pace at which you can talk easily, and turn back before you get tired.
    .letter = Take our letter to your appointment. It says what you told us and what we would like to know, and it has boxes for the answer.

## Red flags

RF-01 = A change in your bladder
    .because = You told us that passing urine has changed or feels different, and that this is new or getting worse.
    .advice = Call { $emergency } now or go to the nearest emergency department, and tell them about your bladder. Do not drive yourself if your legs are weak.
    .advice-urgent = Speak to a doctor today about the change in your bladder. If you also have pain in your back or leg, call { $emergency } now.

RF-02 = A changed feeling between your legs
    .because = You told us that the feeling between your legs, around your genitals or your back passage has changed, and that this is new or getting worse.
    .advice = Call { $emergency } now or go to the nearest emergency department, and tell them about the numbness. Do not drive yourself if your legs are weak.
    .advice-urgent = Speak to a doctor today about the changed feeling. If you also have pain in your back or leg, call { $emergency } now.

RF-03 = A change in your bowel
    .because = You told us that you feel less when your bowel is full, or that it leaks, and that this is new or getting worse.
    .advice = Call { $emergency } now or go to the nearest emergency department, and tell them about your bowel. Do not drive yourself if your legs are weak.
    .advice-urgent = Speak to a doctor today about the change in your bowel. If you also have pain in your back or leg, call { $emergency } now.

RF-04 = Weakness in both legs
    .because = You told us that both legs are very weak or are getting weaker.
    .advice = Call { $emergency } now or go to the nearest emergency department. Do not drive yourself.

RF-05 = A change in sexual feeling or function
    .because = You told us that your sexual feeling or function has newly changed.
    .advice = Call { $emergency } now or go to the nearest emergency department, and tell them about this and your other signs. Do not drive yourself if your legs are weak.
    .advice-urgent = Speak to a doctor within the next day or two, and tell them about this change. If your bladder, your bowel, the feeling between your legs or the strength of both legs changes too, call { $emergency }.

RF-06 = New pain down both legs
    .because = You told us that you have new pain down both legs.
    .advice = Speak to a doctor today. Keep the safety card with you, and call { $emergency } if one of its signs comes up.

RF-07 = A lasting change in your bladder, bowel or feeling
    .because = You told us that your bladder, your bowel or the feeling between your legs changed more than two weeks ago and has stayed the same since.
    .advice = Speak to a doctor within the next day or two, even if it has been like this for a while. If it gets worse, call { $emergency }.

RF-08 = New weakness in one leg
    .because = You told us that one leg is newly weak or is getting weaker.
    .advice = Speak to a doctor today. Take care on stairs, and do not drive if you cannot trust the leg. If both legs get weak, call { $emergency }.

RF-09 = Signs that your spinal cord should be checked
    .because = You told us about clumsy hands, unsteady walking, electric shocks when you bend your neck, or tightness like a band around your body.
    .advice = Speak to a doctor within the next day or two, and tell them about these signs.
    .advice-see = Please have your hands and your walking checked by a doctor before you start. Ordinary comfortable walking is fine while you wait.

RF-10 = New severe pain in your tummy or back
    .because = You told us that you have new severe pain in your tummy or back. A doctor should look for its cause, and check your main blood vessel.
    .advice = Call { $emergency } now. Sit or lie down while you wait, and do not drive yourself.
    .advice-urgent = Speak to a doctor today about this pain. If you faint, go cold and clammy, or the pain gets worse, call { $emergency }.

RF-11 = A wider main blood vessel in your tummy (aneurysm)
    .because = You told us that you have an aneurysm in your tummy.
    .advice = Speak to a doctor within the next day or two, and tell them about the aneurysm and any pain. If you get severe pain in your tummy or back, or feel faint, call { $emergency }.
    .advice-see = Please ask the team that looks after your aneurysm before you start. Avoid holding your breath and lifting heavy things. Ordinary comfortable walking is fine while you wait.

RF-12 = Signs from your heart, lungs or main blood vessel
    .because = You told us about chest, jaw or arm pain, being breathless at rest, tearing back pain, coughing blood, or collapsing.
    .advice = Call { $emergency } now. Sit down and rest while you wait, and do not drive yourself.

RF-13 = Signs of a stroke
    .because = You told us about a change in your face, an arm or your speech.
    .advice = Call { $emergency } now, even if it has passed. Note the time it began, and do not drive yourself.

RF-14 = Fever with signs of an infection
    .because = You told us about fever, chills or night sweats, together with something that makes an infection more important to check.
    .advice = Call { $emergency } now or go to the nearest emergency department, and tell them about the fever. Do not drive yourself.
    .advice-urgent = Speak to a doctor within the next day or two, or today if you are not sure. If you get shaking chills, feel confused or get much worse, call { $emergency }.

RF-15 = Fever or feeling ill with a virus
    .because = You told us that you have a fever, chills or night sweats.
    .advice = No session today. Rest, drink enough, and come back when you feel well again. If it lasts more than two days and your back hurts, speak to a doctor.
    .advice-urgent = Speak to a doctor within the next day or two, because the fever has lasted more than two days and your back hurts. If you get shaking chills or feel confused, call { $emergency }.

RF-16 = Pain after an accident, a fall or a strain
    .because = You told us about an accident, or about a fall, lift or cough that brought on sudden pain.
    .advice = Call { $emergency } now or go to the nearest emergency department, because there are also signs from your nerves. Do not drive yourself.
    .advice-urgent = Speak to a doctor within the next day or two, so that your bones can be checked. If you get numbness, or weakness in your legs, call { $emergency }.

RF-17 = Your bones should be looked after
    .because = Several of your answers together mean that a bone in your back may break more easily than in other people.
    .advice = Speak to a doctor within the next day or two, and show them our letter.
    .advice-see = Please have this checked by a doctor before you start. Ordinary comfortable walking is fine while you wait.
    .advice-caution = We choose exercises that are kind to your bones. Ask your doctor at your next visit whether your bones should be checked.

RF-18 = New back pain after cancer
    .because = You told us that you have had cancer, or take a medicine that is also used after cancer, and that your back pain is new or different.
    .advice = Call { $emergency } now or go to the nearest emergency department, and tell them about the cancer and the weakness. Do not drive yourself.
    .advice-same-day = Speak to a doctor today, and tell them about the cancer, the new pain and your other signs. If your legs get weak, call { $emergency }.
    .advice-urgent = Speak to a doctor within the next day or two, and tell them about the cancer and the new pain. If your legs get weak, call { $emergency }.

RF-19 = Signs that your general health should be checked
    .because = Some of your answers are about your general health: your weight, your appetite, how tired you are, or pain at night, in your mid back or without a pause.
    .advice = Speak to a doctor within the next day or two, and show them our letter. Often there is a simple reason.
    .advice-one = One sign on its own is usually nothing to worry about. Keep the safety card, and tell your doctor if the sign stays or if another one comes up.

RF-20 = Signs of a type of back pain with inflammation
    .because = You told us that your back pain began before the age of 45 and has lasted more than 3 months, and several of your answers fit pain from inflammation.
    .advice = Take our letter to your doctor and ask whether you should see a joint specialist. You can go on exercising in the meantime.
    .advice-three = Take our letter to your doctor and ask whether a blood test (HLA-B27) makes sense for you. You can go on exercising in the meantime.

RF-21 = Signs from another part of your body
    .because = You told us about burning urine with fever, cramping pain with blood in your urine, a strong pulse in your tummy, a strip of rash, or a swollen calf.
    .advice = Call { $emergency } now or go to the nearest emergency department. Do not drive yourself.
    .advice-urgent = Speak to a doctor within the next day or two, or today if you are not sure. If you get shaking chills, chest pain or are short of breath, call { $emergency }.

RF-22 = Leg pain when you walk
    .because = You told us that your leg hurts when you walk, and eases when you stand still, sit or bend.
    .advice = Please have the blood flow in your legs checked by a doctor before you start. Ordinary comfortable walking is fine while you wait; stop when your leg tells you to.
    .advice-tag = We choose exercises that do not bend you backward. Cycling and walking with short rests suit you well.

## Activity and known conditions

PP-01 = New to regular activity, nothing in the way
    .because = You told us that you are not regularly active yet, and that you have none of the conditions and symptoms we asked about.
    .advice = You can start with light to moderate activity. We build it up step by step.

PP-02 = A known condition, and new to regular activity
    .because = You told us about a condition of your heart, blood vessels, kidneys or blood sugar, and that you are not regularly active yet.
    .advice = Please ask your doctor or nurse before you start; our letter makes that easy. Ordinary comfortable walking is fine while you wait.

PP-03 = Symptoms that should be checked before you become active
    .because = You told us about symptoms that can come from your heart, your lungs or your blood vessels.
    .advice = Please see a doctor before you start, and show them our letter. Go easy until then. If you get chest pain, faint or are breathless at rest, call { $emergency }.

PP-04 = Regularly active, nothing in the way
    .because = You told us that you are regularly active, and that you have none of the conditions and symptoms we asked about.
    .advice = You can go on with your activity.

PP-05 = A known condition, and regularly active
    .because = You told us about a condition of your heart, blood vessels, kidneys or blood sugar, and that you are regularly active without symptoms.
    .advice = You can go on with moderate activity.
    .advice-vigorous = For hard training, please get the agreement of your doctor or nurse first, unless you have it from the last 12 months. Ordinary comfortable walking is fine while you wait.

PP-06 = Symptoms that came up although you are active
    .because = You told us about symptoms that can come from your heart, your lungs or your blood vessels.
    .advice = Please stop training for now and see a doctor, and show them our letter. If you get chest pain, faint or are breathless at rest, call { $emergency }.

PP-09 = A condition of your heart or blood vessels
    .because = You told us about a condition of your heart or blood vessels, or a stroke.
    .advice = Your plan stays at an effort at which you can talk. Nothing harder comes without the written agreement of your doctor.

## Readings

BP-01 = Very high blood pressure
    .because = The top number of your blood pressure at rest was 180 or more, or the bottom number 110 or more.
    .advice = Call { $emergency } now, because you also have other signs. Sit down and rest while you wait.
    .advice-urgent = Speak to a doctor within the next day or two about this reading. If you get a bad headache, changes in your sight, chest pain, weakness or trouble speaking, call { $emergency }.

BP-02 = High blood pressure
    .because = The top number of your blood pressure at rest was 160 or more, or the bottom number 100 or more.
    .advice = Your plan stays at a moderate effort, with short holds and no heavy lifting over your head. Breathe out when it gets hard. Please tell your doctor about this reading.

BP-03 = Low blood pressure with symptoms
    .because = You told us that you get symptoms when your blood pressure is low or drops.
    .advice = No session today. Please see a doctor or nurse about it before you start. Get up slowly, and sit down when you feel dizzy.

BP-05 = A fast or irregular pulse
    .because = Your pulse at rest was 100 or more, or you told us that it has newly become irregular.
    .advice = No session today. Please have your pulse checked by a doctor or nurse before you start. If you faint or get chest pain, call { $emergency }.

BP-06 = Your blood sugar
    .because = You take medicine that can make your blood sugar low, and today's answers about your blood sugar call for care.
    .advice = Check your blood sugar before each session, and carry sugar with you.
    .advice-low = Your blood sugar is on the low side. Eat something with carbohydrate first, and check again before you start.
    .advice-hypo = You had low blood sugar in the last 24 hours, so only light activity today. Carry sugar with you.
    .advice-no-session = No session today. Follow your diabetes plan for high blood sugar and ketones, and ask your diabetes team or doctor if you are not sure.

BP-07 = Blood pressure not known
    .because = We do not know your blood pressure yet.
    .advice = Your plan stays at a moderate effort until your blood pressure has been measured. A pharmacy can often measure it.
    .advice-told-high = You told us about high blood pressure or medicine for it. Your plan stays at a moderate effort, with short holds and no heavy lifting. Measure your blood pressure when you can.

## Conditions

CM-01 = Thin bones or a broken bone in the back
    .because = You told us about thin bones (osteoporosis) or a bone that broke easily.
    .advice = We leave out rounding your back and strong twists. Training for strength, balance and your back muscles is good for your bones, and we build it up slowly.
    .advice-fracture = Please see a physiotherapist before you start, because of the broken bones. Ordinary comfortable walking is fine while you wait.

CM-02 = Leg pain from your back
    .because = You told us about leg pain that comes from your back, or about an old weakness in a leg.
    .advice = For now we leave out what rounds your low back. Try not to sit for more than 30 minutes at a time, and put off bending jobs in the first one to two hours after you get up. Check once a week that you can walk on your heels and on your toes.
    .advice-leg = We start with gentle movements that do not pull on the nerve of your leg. If your leg gets weaker, see a doctor the same day.

CM-03 = A narrow spinal canal (stenosis)
    .because = You told us about spinal stenosis.
    .advice = We leave out bending backward. Cycling, walking with a slight lean and walking with short rests suit you well.

CM-04 = Spondylolisthesis or a pars defect
    .because = You told us about spondylolisthesis or a pars defect in your low back.
    .advice = We keep your back in a middle position, and leave out bending far backward and strong twists.
    .advice-urgent = Speak to a doctor within the next day or two, because you also have new signs from your nerves.

CM-05 = A disc operation
    .because = You told us about an operation on a disc in your low back.
    .advice = Please ask your surgeon or physiotherapist to agree before you start; our letter makes that easy. Ordinary comfortable walking is fine while you wait, unless they told you otherwise.
    .advice-early = It is less than 4 weeks since your operation. For now only your surgeon or physiotherapist should say what you do.

CM-06 = A fusion or larger operation on your back
    .because = You told us about a fusion or a larger operation on your low back.
    .advice = Please ask your surgeon to agree before you start; our letter makes that easy. Until then, walk as your team has told you.
    .advice-early = It is less than 12 weeks since your operation. For now, walk only as your team has told you.
    .advice-tag = We keep your back in a middle position and leave out heavy bending, lifting and twisting until your surgeon says that you may do it all again.

CM-07 = A hip replacement or severe arthritis of the hip
    .because = You told us about a hip replacement or severe arthritis of the hip.
    .advice = We use higher seats, and avoid bending the hip deeply while the leg crosses over or turns in.
    .advice-see = Your hip operation was less than 12 weeks ago, or its rules may still hold. Please ask your surgical team before you start. Keep to their rules for bending, crossing and turning the leg. Ordinary comfortable walking is fine while you wait, unless they told you otherwise.

CM-08 = A knee replacement or arthritis of the knee
    .because = You told us about a knee replacement or arthritis of the knee.
    .advice = We leave out kneeling, start with low steps, and bend the knee only as far as is comfortable.
    .advice-see = It is less than 12 weeks since your knee operation. Please ask your surgical team before you start. Ordinary comfortable walking is fine while you wait, unless they told you otherwise.

CM-09 = Pregnancy, or a baby in the last twelve weeks
    .because = You told us that you are pregnant, or had a baby less than twelve weeks ago.
    .advice = Please ask your midwife or a pelvic-health physiotherapist before you start. Ordinary comfortable walking is fine while you wait. Stop and call them if you bleed, lose fluid, have contractions, chest pain, calf pain, dizziness or a headache, or are short of breath before you start.

CM-10 = Arthritis with inflammation
    .because = You told us about arthritis with inflammation.
    .advice = Plan your sessions for later in the day if you are stiff in the morning. Move a little every day, and do half as much while your joints flare.

CM-11 = Scoliosis
    .because = You told us about scoliosis.
    .advice = You can do everything. We load both sides evenly.

CM-12 = Falls or balance
    .because = You told us about falls, or your balance test was short.
    .advice = Hold on to something steady, and do nothing on the floor when you are alone. Your plan has balance work on most days, and strength work besides.
    .advice-see = Please have the reason for your falls checked by a doctor before you start. Ordinary comfortable walking is fine while you wait; use your walking aid if you have one.

CM-13 = COPD or asthma
    .because = You told us about COPD or asthma.
    .advice = Keep your inhaler ready, work in short spells with rests, and go by how hard it feels.

CM-14 = Epilepsy, dizziness, a hernia, your tummy or your eyes
    .because = You told us about epilepsy, dizziness, a hernia, pressure in your eye, or an operation on your tummy or eyes.
    .advice = We have fitted your plan to it.
    .advice-see = Because this is recent or not under control, please ask your doctor before you start. Ordinary comfortable walking is fine while you wait, if you feel steady.
    .advice-vertigo = We leave out quick changes between lying and sitting. Change position slowly.
    .advice-eye = We leave out positions with your head low. Keep breathing, and do not press.
    .advice-strain = We leave out heavy lifting and long holds. Keep breathing, and do not press.
    .advice-epilepsy = You can do your plan. Go into a pool only with someone who watches over you.

CM-15 = Getting down to the floor and up again
    .because = You told us that getting down to the floor or up again is hard, or your height and weight suggest that other positions will be more comfortable.
    .advice = We start with exercises on a chair, standing, on a bed or in a pool.

EX-11b = Shoulders, wrists or neck
    .because = You told us about a shoulder, a wrist or your neck.
    .advice = We have fitted your plan to it.
    .advice-shoulder = Your arms stay below the height at which your shoulder hurts.
    .advice-wrist = We leave out leaning on a flat hand.
    .advice-neck = We look after your neck, and support it where an exercise needs it. If an arm gets weak or your hands get clumsy, see a doctor.

## Medicines

MF-01 = Medicine that thins your blood
    .because = You told us that you take a blood thinner, or two medicines against clots.
    .advice = We leave out what could make you fall, hard rolling and deep pressure. If you hit your head, call { $emergency }, even if you feel well.

MF-02 = Steroid tablets for three months or more
    .because = You told us that you take or took steroid tablets for three months or more.
    .advice = Steroids can thin the bones, so we choose exercises that are kind to your bones.

MF-03 = Medicine that slows your heart
    .because = You told us that you take medicine that slows your heart.
    .advice = Your pulse does not show how hard you work, so go by how hard it feels and whether you can talk.

MF-04 = Medicine for blood pressure, heart or water
    .because = You told us that you take medicine that can lower your blood pressure.
    .advice = Cool down for at least 5 minutes, get up from the floor slowly, and stay out of pools warmer than 34 °C.

MF-05 = Medicine that can make your blood sugar low
    .because = You told us that you take insulin or tablets that can make your blood sugar low.
    .advice = Check your blood sugar before each session, and carry sugar with you.

MF-06 = Medicine that can make you sleepy
    .because = You told us that you take medicine that can make you sleepy or less steady.
    .advice = Take extra care with your balance, and wait at least 2 hours after a dose that makes you sleepy. If you are sleepy during the day, tell your doctor or pharmacist; our letter can help.

MF-07 = Medicine that calms your immune system
    .because = You told us that you take medicine that calms your immune system, or have chemotherapy.
    .advice = If you get fever, chills or night sweats with back pain, speak to a doctor the same day.

MF-08 = Medicine for your bones or your hormones
    .because = You told us that you take medicine for your bones, or a hormone medicine.
    .advice = We choose exercises that are kind to your bones.

MF-09 = An antibiotic that can strain tendons
    .because = You told us that you take a fluoroquinolone antibiotic, or took one in the last 6 weeks.
    .advice = We leave out heavy work for the calf, because your heel tendon needs care for now.

MF-10 = Muscle pain or dark urine with a statin
    .because = You told us that you take a statin, and have new muscle pain all over or dark urine.
    .advice = Speak to a doctor within the next day or two, and ask them about your statin. Do not stop it without asking.

## Mood

OM-33 = How you have been feeling
    .because = Your answers show that worry or low mood has been a burden lately. That is common with pain, and help is there.
    .goes-on = You can go on with your plan.
    .advice = If you like, take our letter to your doctor and talk about how you feel.
    .advice-letter = We would like to offer you a letter to your doctor first of all, so that you get good support. If you ever feel that you cannot go on, call { $emergency } or talk to someone you trust straight away.
