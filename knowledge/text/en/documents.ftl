### What a studio asks every member to read, and the words around it. Drafts: a lawyer and a clinician have to read them.

document-informed-consent = What the exercises are, and what to expect
    .line-1 = Your programme is made from your answers and from what your coach measures. It has gentle strength exercises, stretches, and walking or other easy movement. It has no running, no jumping and no heavy lifting.
    .line-2 = Exercise helps many people with back pain. It does not help everybody, and nobody can promise that it will help you.
    .line-3 = Some soreness in the first weeks is common and settles. Serious harm is rare. A fall, a strain, or a time with more pain can happen.
    .line-4 = Please tell us how your health is, and tell us when something changes. What is safe for you follows from your answers.
    .line-5 = You may stop any exercise at any time and leave out any test. You do not have to say why.
    .line-6 = If something feels wrong, stop, and press "Something is wrong" or tell your coach. Nobody watches that page all the time. In an emergency call for help first.
    .line-7 = Your coach is not a doctor. The programme is no diagnosis and takes the place of no treatment.
    .line-8 = You can take this back at any time, here or by telling your coach. Then we stop coaching you.
document-waiver = Who answers for what
    .line-1 = The studio answers for coaching you with care, and for its rooms and equipment.
    .line-2 = You answer for telling us what we ask about your health, for keeping to the limits you were given, and for stopping when something feels wrong.
    .line-3 = When you exercise without a coach, you choose a safe place and go at your own pace.
    .line-4 = This takes no right from you that the law gives you. The studio still answers for harm that it does by carelessness.
document-privacy-notice = What we keep about you, and who sees it
    .line-1 = We keep your name and mail address, your answers about your health, your tests, your programme, how your sessions went, your messages, and whom to call.
    .line-2 = We use it to make your programme, to keep it safe, and to coach you. We use it for nothing else.
    .line-3 = The coaches and the owner of your studio see it. Other members never do.
    .line-4 = Nobody else gets it unless you say so each time: to whom, what, and for what.
    .line-5 = It lies on your studio's own computer, locked with a key of its own for you. The pages ask no other site for anything.
    .line-6 = You can take all of it with you as a file at any time. You can ask us to erase it; then it cannot be brought back.
    .line-7 = We keep it while you are a member, and afterwards only as long as the law asks us to.
    .line-8 = If you have a question or a complaint, please ask your studio. You can also turn to the data protection office of your country.

papers-title = Three things to read
papers-lead = Each one stands by itself. You can agree to one and not to another, and change your mind at any time.
papers-open = Please read and answer: { $count ->
    [one] one paper
   *[other] { $count } papers
    }
papers-agreed = You agreed on { $date }.
papers-refused = You did not agree, on { $date }.
papers-changed = The words have changed since you agreed. Please read it again.
papers-not-yet = Not read yet.
papers-draft = This is a draft. A lawyer and a clinician have not read it yet.
papers-answer = Do you agree?
papers-agree = I have read it and agree
papers-agree-privacy = I have read it
papers-not = I do not agree
papers-not-hint = If you do not agree, your coach will talk with you about what is possible. Nothing you told us is lost.
papers-name = Your name, as your signature
papers-name-for = The member's name, as they signed
papers-how = How did they answer?
    .choice-paper = They signed on paper
    .choice-spoken = They said it, and I wrote it down
papers-no-name = Write the name as a signature.
papers-save = Save my answer
papers-back = All three
papers-coach = Papers
papers-coach-missing = Not agreed to yet: { $papers }
papers-coach-all = All three are agreed to.

erase-title = Erase everything
    .line-1 = Your health answers, tests, programme, sessions, measures, messages and papers are erased.
    .line-2 = The key that they were locked with is destroyed. After that nobody can read what old copies still hold.
    .line-3 = Your account is erased too, if you belong to no other studio.
    .line-4 = One line stays: that there was a member, and the day on which everything was erased. It holds no name.
erase-lead = This cannot be taken back. Please take your data with you first if you want to keep it.
erase-take-along = Take all of it with you (a file)
erase-name = Type the member's name, so that it is the right one
erase-name-wrong = This is not the member's name. Nothing was erased.
erase-password-wrong = This password is not right. Nothing was erased.
erase-do = Erase everything for good
erase-not = Keep it
erased-title = Everything was erased
erased-lead = Nothing that you told is kept here any more. Take care of yourself.
