### Classes, bookings and packages of a studio: for coaches, and for members who book.

classes-title = Classes
classes-none = There is no class on the timetable.
classes-link = Classes
class-title = A class
class-new = Put a class on the timetable
class-name = What is it called?
class-date = First day
class-time = It begins at
class-minutes = How many minutes is it?
class-capacity = How many can come?
class-weeks = For how many weeks?
class-weeks-hint = On the same day of each week. 1 is once, 6 is a whole "Fit For Life" programme.
class-add = Put it on the timetable
class-wrong = Something is missing or cannot be: a class has a name, a day and a time, 5 to 240 minutes, 1 to 60 places, and 1 to 26 weeks.
class-when = { $date }, { $time }, { $minutes } minutes
class-taken = { $taken } of { $capacity } places taken
class-waiting = { $taken } of { $capacity } places taken, { $waiting } waiting
class-nobody = Nobody has booked yet.
class-turn = waits, number { $turn }
class-came = Came?
class-came-save = Save who came
class-session = The short check, and the session
class-who = Who?
class-book = Book somebody in
class-unbook = Give a place back
class-cancel = Call this class off
class-cancel-hint = It leaves the timetable, for everybody who has booked as well. Please tell them yourself: no message is sent. Putting it on again brings it back with its bookings.
my-classes = Your classes
my-classes-none = No class is on the timetable for the next four weeks.
my-classes-hint = A place that somebody gives back goes to the first who waits. Your coach sees who comes. Other members do not see your name here.
class-my-place = You have a place.
class-my-turn = You are number { $turn } on the waiting list.
class-free = { $count ->
    [one] One place is free.
   *[other] { $count } places are free.
    }
class-full = { $count ->
    [0] It is full. You can go on the waiting list.
    [one] It is full, and one person waits. You can wait too.
   *[other] It is full, and { $count } wait. You can wait too.
    }
class-take = Book
class-give-back = Give my place back
packages-title = Sessions that were bought
packages-used = Used
packages-left = Left
package-paid = { $sessions } from { $date }, paid
package-open = { $sessions } from { $date }, not paid yet
package-pay = It is paid
package-new = Write down what was bought
package-start = From which day?
package-sessions = How many sessions?
package-is-paid = It is paid
package-save = Save
package-wrong = Please enter a day and a number of sessions from 1 to 200.
