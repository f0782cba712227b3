(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  var kept = {
    get: function () { try { return localStorage.getItem("factsuite-colours") || ""; } catch (e) { return ""; } },
    set: function (value) { try { localStorage.setItem("factsuite-colours", value); } catch (e) { /* a page without storage */ } }
  };
  var themes = ["", "light", "dark"], names = { "": "as the system", light: "light", dark: "dark" };
  var toggle = document.getElementById("theme");
  function dress(theme) {
    if (theme) { root.setAttribute("data-theme", theme); } else { root.removeAttribute("data-theme"); }
    if (toggle) { toggle.textContent = "Colours: " + names[theme]; }
  }
  var theme = themes.indexOf(kept.get()) < 0 ? "" : kept.get();
  dress(theme);
  if (toggle) {
    toggle.addEventListener("click", function () {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      kept.set(theme);
      dress(theme);
    });
  }
  var form = document.getElementById("filters");
  if (!form) { return; }
  var cards = Array.prototype.slice.call(document.querySelectorAll(".card"));
  var marks = Array.prototype.slice.call(document.querySelectorAll("mark[data-for]"));
  var shown = document.getElementById("shown");
  var marked = {};
  marks.forEach(function (mark) {
    mark.getAttribute("data-for").split(" ").forEach(function (id) { (marked[id] = marked[id] || []).push(mark); });
  });
  var batches = Array.prototype.slice.call(document.querySelectorAll(".batch"));
  var current = null, texts = null, waiting = 0;
  function named(card, name) { return " " + card.getAttribute(name) + " "; }
  var told = cards.map(function (card) {
    return { verdict: named(card, "data-verdict"), kind: named(card, "data-kind"), rule: named(card, "data-rules"), source: named(card, "data-sources") };
  });
  var batch_of = cards.map(function (card) { return batches.indexOf(card.parentNode); });
  function filter() {
    waiting = 0;
    var off = Array.prototype.filter.call(form.elements, function (e) { return e.name === "verdict" && !e.checked; })
      .map(function (e) { return " " + e.value + " "; });
    var asked = ["kind", "rule", "source"].filter(function (name) { return form.elements[name].value; })
      .map(function (name) { return [name, " " + form.elements[name].value + " "]; });
    var words = form.elements.words.value.trim().toLowerCase(), count = 0, left = batches.map(function () { return 0; });
    texts = texts || (words ? cards.map(function (card) { return card.textContent.toLowerCase(); }) : null);
    cards.forEach(function (card, place) {
      var its = told[place];
      var fits = off.indexOf(its.verdict) < 0 && asked.every(function (each) { return its[each[0]].indexOf(each[1]) >= 0; }) &&
        (!words || texts[place].indexOf(words) >= 0);
      if (card.hidden === fits) { card.hidden = !fits; }
      if (fits) { count += 1; left[batch_of[place]] += 1; }
    });
    batches.forEach(function (batch, place) {
      if (batch.hidden !== !left[place]) { batch.hidden = !left[place]; }
      batch.style.containIntrinsicSize = "auto " + left[place] * 5.6 + "rem";
    });
    shown.textContent = count + " of " + cards.length + " facts shown";
  }
  function soon() { if (!waiting) { waiting = requestAnimationFrame(filter); } }
  function select(card, write) {
    if (current) { current.classList.remove("current"); (marked[current.id] || []).forEach(function (m) { m.classList.remove("current"); }); }
    current = card;
    if (card.hidden) { form.reset(); filter(); }
    card.classList.add("current");
    var there = marked[card.id] || [];
    there.forEach(function (m) { m.classList.add("current"); });
    if (write) { history.replaceState(null, "", "#" + card.id); }
    card.scrollIntoView({ block: "start" });
    requestAnimationFrame(function () { card.scrollIntoView({ block: "start" }); });
    if (there.length && getComputedStyle(document.getElementById("text")).overflowY === "auto") { there[0].scrollIntoView({ block: "center" }); }
    card.focus({ preventScroll: true });
  }
  function asked_for() { try { return decodeURIComponent(location.hash.slice(1)); } catch (e) { return ""; /* no address of ours */ } }
  function follow() {
    var id = asked_for(), card = id ? document.getElementById(id) : null;
    if (card && card.classList.contains("card")) { select(card, false); }
  }
  function step(by, wanted) {
    var at = current ? cards.indexOf(current) : (by > 0 ? -1 : cards.length);
    for (var place = at + by; place >= 0 && place < cards.length; place += by) {
      if (!cards[place].hidden && (!wanted || cards[place].hasAttribute("data-fix"))) { select(cards[place], true); return; }
    }
  }
  form.addEventListener("input", soon);
  form.addEventListener("reset", function () { setTimeout(filter, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  document.getElementById("text").addEventListener("click", function (event) {
    var mark = event.target.closest("mark[data-for]");
    if (!mark || String(getSelection())) { return; }
    var target = document.getElementById(mark.getAttribute("data-for").split(" ")[0]);
    if (target && target.classList.contains("card")) { select(target, true); } else if (target) { target.scrollIntoView(); }
  });
  document.addEventListener("click", function (event) {
    var link = event.target.closest('a[href^="#fact-"]');
    var card = link && !event.ctrlKey && !event.metaKey && !event.shiftKey ? document.getElementById(link.getAttribute("href").slice(1)) : null;
    if (card) { event.preventDefault(); select(card, true); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !document.getElementById("keys").checked) { return; }
    if (/^(?:input|select|textarea)$/i.test(event.target.tagName) && event.target.type !== "checkbox") {
      if (event.key === "Escape") { event.target.blur(); }
      return;
    }
    if (event.key === "j") { step(1, false); } else if (event.key === "k") { step(-1, false); }
    else if (event.key === "n") { step(1, true); } else if (event.key === "p") { step(-1, true); }
    else if (event.key === "/") { document.getElementById("words").focus(); } else { return; }
    event.preventDefault();
  });
  window.addEventListener("hashchange", follow);
  filter();
  follow();
}());
