### The words around the measures that are asked again, and how they have changed (OM-30 to OM-32).

measures-title = How are you now?
measures-lead = These show whether your programme helps you. Leave open what you do not know; we ask again another time.
measures-overall = Change since you started
measures-save = Save my answers
measures-open = A few questions about how you are
need-measures = Questions about how it is going are due since { $date }
progress-title = How it is going
progress-better = On the whole this is better than at the start.
progress-worse = On the whole this is worse than at the start. Your coach looks at it with you; often it helps to do less for a while.
progress-not-sure = On the whole nobody can be sure yet whether it is better or the same.
progress-nothing = There is nothing to show yet. It begins with your answers about your back.
progress-higher = A higher number is better.
progress-lower = A lower number is better.
progress-more = { $change } more than at the start.
progress-less = { $change } less than at the start.
progress-same = The same as at the start.
progress-percent = That is { $percent } per cent.
progress-beyond = That is more than the measurement can be out by.
progress-within = That is no more than the measurement can be out by.
progress-error-not-known = Nobody knows by how much this measurement can be out.
progress-day = Day
progress-score = Number
progress-hint = These numbers are yours alone. Nobody compares them with those of other people.
