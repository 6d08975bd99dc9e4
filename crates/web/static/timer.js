/* The timer of a home test: a countdown to get ready, then time down from, or up to, a limit. ES5, for old phones. */
(function () {
  "use strict";
  var box = document.getElementById("timer");
  if (!box) { return; }
  var clock = box.querySelector("[data-clock]");
  var says = box.querySelector("[data-says]");
  var button = box.querySelector("[data-button]");
  var ready = Number(box.getAttribute("data-ready"));
  var down = Number(box.getAttribute("data-down"));
  var up = Number(box.getAttribute("data-up"));
  var ticking = null;
  var began = 0;

  function word(name) { return box.getAttribute("data-say-" + name); }

  function show(seconds, decimals) { clock.textContent = seconds.toFixed(decimals); }

  function stop(said) {
    clearInterval(ticking);
    ticking = null;
    says.textContent = said;
    button.textContent = word("start");
  }

  function tick() {
    var past = (Date.now() - began) / 1000 - ready;
    if (past < 0) {
      show(Math.ceil(-past), 0);
      return;
    }
    if (says.textContent !== word("go")) { says.textContent = word("go"); }
    if (down) {
      show(Math.max(0, Math.ceil(down - past)), 0);
      if (past >= down) { stop(word("done")); }
    } else {
      show(Math.min(past, up), 1);
      if (past >= up) { stop(word("done")); }
    }
  }

  button.addEventListener("click", function () {
    if (ticking) {
      stop("");
      return;
    }
    began = Date.now();
    says.textContent = word("ready");
    button.textContent = word("stop");
    ticking = setInterval(tick, 100);
    tick();
  });
  show(down || 0, 0);
  box.hidden = false;
}());
