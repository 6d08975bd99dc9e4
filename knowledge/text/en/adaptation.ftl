# What changes from one plan to the next, and why.

## Decisions

decision-stop = { $exercise }: left out for now.
decision-regress = { $exercise }: one step back.
decision-regress-to = { $exercise }: one step back, to { $to }.
decision-swap = { $exercise }: { $to } for now, until that has gone well.
decision-hold = { $exercise }: the same again.
decision-progress = { $exercise }: one step on.
decision-dose = { $exercise }: the amount your coach chose.
decision-pin = { $exercise }: your coach wants it in.
decision-ease = Do { $percent } % of the plan until a session has gone well.
decision-deload = A lighter week: fewer sets of the same moves.
decision-week = This week follows week { $follows } of the programme.
decision-nothing-new = Nothing new this week.
decision-minutes-held = Walking and other steady work stays as long as it was.
decision-flare = Day { $day } of a flare: gentle moves, short walks, and small steps back.
decision-direction = This move eases your pain: { $by }. Do it 10 times every 2 to 3 waking hours until { $until }. Stop if the pain moves down your leg. Moves the other way wait.
decision-stage = The stage of the plan changes with your pain.

## Differences

difference-in = New: { $exercise }
difference-out = No longer: { $exercise }
difference-dose = { $exercise }: { $was } → { $is }
difference-seconds = The rest of this week: { $was } minutes → { $is } minutes
difference-end = The programme ends on { $is } (was { $was }).
difference-none = Nothing changes.
adapt-remade = The rules behind this programme have changed since it was made. It was worked out anew from what was told, so that some of it may be other than before.

## Halts

halt-full-screen = Please answer all health questions again before the next session.
halt-clinician = Please see a doctor or physiotherapist before the next session.
halt-why = Why: { $observed } ({ $rule })
block-done = These weeks are over. Now is the time to look back and choose what comes next.
block-offer = `plumbline plan CHART --block maintenance --into CHART` plans it.
block-not-over = The weeks before it are not over: they last until { $date }.
block-away = The last session was on { $date }, { $days } days ago. After so long a new programme begins, with all health questions and tests.

block-go-on = You have got better. Choose: go on building up, or keep what you have with two strength sessions a week and walking.
block-maintain = Keep what you have, with two strength sessions a week and walking. Please answer the questions about your back and your pain again: without them we cannot tell how you have changed, and nothing goes up.
block-try-first = Too little was done to judge. Try the same again, in an easier shape.
block-change = Not clearly better yet. Train something else for a while, and ask a physiotherapist to have a look.
block-see-clinician = It is time for a doctor or physiotherapist to have a look, before you go on.

## Starting with pain

start-ease = Your pain is higher than usual today. Do { $percent } % of the session and nothing new.
start-flare = You may do the gentle flare session instead.

## A coach's order

refusal-unknown = There is no exercise { $exercise }.
refusal-filtered = { $exercise } cannot come in. { $reason }
refusal-other-kind = { $exercise } is another kind of work than { $place } and cannot take its place. Pin it instead.
refusal-too-much = At most { $sets } sets at this level.
refusal-too-much-reps = At most { $sets } sets of { $reps } at this level.

## Reasons

reason-answered = It follows from what was told of your sessions ({ $observed }).

## What would have to change

what-if-planned = It would come in if all of this were so:
what-if-possible = It would be possible, though something else still comes first, if all of this were so:
what-if-none = No change of one, two or three facts would let it in.
fact-without-tag = this no longer held: { $tag } ({ $causes })
fact-equipment = you had this at hand: { $equipment }
fact-level = your level were { $level }
fact-later-stage = your pain were calmer for two weeks
fact-without-finding = this finding were gone: { $rule }
fact-without-direction = this no longer hurt: { $direction }
fact-liked = you had said that you like it: { $word }
fact-not-disliked = you had not said that you dislike it: { $word }
