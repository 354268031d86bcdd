// Live updates of the pages. Everything also works without this file; it only saves the reload.
"use strict";
(() => {
  const main = document.getElementById("content");
  const zone = main.dataset.zone || "UTC";
  const stale = main.querySelector("[data-stale]");
  const stateText = main.querySelector("[data-live-text]");
  const stateMark = main.querySelector("[data-live-state]");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const silenceLimit = 35000; // ms; the server sends a sign of life each 10 s
  const cellsOf = (row, field) => row.querySelectorAll(`[data-f="${field}"]`);
  const timeOfDay = moment => {
    const format = zoneName => new Intl.DateTimeFormat("en-GB", { timeZone: zoneName, hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }).format(moment);
    try { return format(zone); } catch (unknownZone) { return `${format("UTC")} UTC`; }
  };

  let paused = false;
  const away = new Map();   // service name -> since when it is away
  let lostSince = null;     // since when the page itself hears nothing

  function showState() {
    const problems = [...away].map(([service, since]) => `The ${service} service is away: stale since ${timeOfDay(new Date(since))}.`);
    if (lostSince) problems.push(`Connection lost: stale since ${timeOfDay(lostSince)}.`);
    const text = problems.length ? `${problems.join(" ")} This page goes on by itself when it is back.` : "";
    if (stale && stale.textContent.trim() !== text) stale.textContent = text;
    if (stale) stale.hidden = problems.length === 0;
    if (stateMark) stateMark.dataset.liveState = problems.length ? "stale" : paused ? "paused" : "live";
    if (stateText && paused) stateText.textContent = "Paused";
  }

  function touched() {
    if (stateText && !paused) stateText.textContent = `Live · updated ${timeOfDay(new Date())}`;
  }

  function setText(node, text) {
    const target = node.firstElementChild && node.firstElementChild.tagName === "BDI" ? node.firstElementChild : node;
    if (target.textContent === text) return false;
    target.textContent = text;
    return true;
  }

  function fill(row, data) {
    for (const [field, value] of Object.entries(data)) {
      if (typeof value !== "string") continue;
      for (const cell of cellsOf(row, field)) {
        setText(cell, value);
        if (cell.dataset.warn) cell.classList.toggle("warn", data[cell.dataset.warn]);
        if (cell.dataset.href && data.bib) cell.href = cell.dataset.href + encodeURIComponent(data.bib);
        else if (cell.dataset.href) cell.removeAttribute("href"); // a team, or a runner who is not named here
      }
    }
  }

  function rowsOf(body) {
    return new Map([...body.rows].map(row => [row.dataset.id, row]));
  }

  function newRow(data) {
    const row = document.querySelector("[data-row-template]").content.querySelector("tr").cloneNode(true);
    row.dataset.id = data.id;
    fill(row, data);
    return row;
  }

  function mark(row, word) {
    row.classList.remove("is-new", "is-up", "is-down", "is-changed");
    void row.offsetWidth; // starts the animation anew
    row.classList.add(word);
  }

  // Puts rows into the order of the ids, moving as few as needed and keeping the keyboard's focus.
  function arrange(body, ids, known) {
    const focused = document.activeElement;
    ids.forEach((id, position) => {
      const row = known.get(id);
      if (row && body.rows[position] !== row) {
        if (body.moveBefore && row.parentNode === body) body.moveBefore(row, body.rows[position] || null);
        else body.insertBefore(row, body.rows[position] || null);
      }
    });
    if (focused && focused !== document.activeElement && body.contains(focused)) focused.focus({ preventScroll: true });
  }

  function glide(rows, tops) {
    if (calm.matches || document.hidden) return;
    for (const row of rows) {
      const delta = tops.get(row) - row.offsetTop;
      if (delta) row.animate([{ transform: `translateY(${delta}px)` }, { transform: "none" }], { duration: 350, easing: "ease-out" });
    }
  }

  function applyStandings(table, message) {
    const body = table.tBodies[0];
    const known = rowsOf(body);
    const tops = new Map([...body.rows].map(row => [row, row.offsetTop]));
    const before = new Map([...body.rows].map((row, index) => [row.dataset.id, index]));
    const whole = message.whole ? new Set(message.rows.map(row => row.id)) : null;
    for (const [id, row] of known) {
      if (whole ? !whole.has(id) : message.removed.includes(id)) { row.remove(); known.delete(id); }
    }
    for (const data of message.rows) {
      const row = known.get(data.id);
      if (!row) { const added = newRow(data); known.set(data.id, added); body.append(added); mark(added, "is-new"); continue; }
      const time = cellsOf(row, "time")[0].textContent + (cellsOf(row, "at")[0]?.textContent ?? "");
      fill(row, data);
      if (time !== data.time + (cellsOf(row, "at").length ? data.at : "")) mark(row, "is-changed");
    }
    const order = message.order || (whole ? [...whole] : null);
    if (order) {
      arrange(body, order, known);
      order.forEach((id, index) => {
        const was = before.get(id);
        // A runner whom others passed by being new above him did not move himself: only risers are marked.
        if (was !== undefined && index < was && known.has(id)) mark(known.get(id), "is-up");
      });
      glide([...body.rows].filter(row => tops.has(row)), tops);
    }
    const total = main.querySelector("[data-total]");
    if (total) setText(total, message.total.toLocaleString("en-US"));
    const empty = main.querySelector("[data-empty]");
    if (empty) empty.hidden = body.rows.length > 0;
  }

  function applyPoints(table, message) {
    const body = table.tBodies[0];
    const known = rowsOf(body);
    for (const [id, row] of known) if (!message.points.some(point => point.id === id)) { row.remove(); known.delete(id); }
    for (const data of message.points) {
      let row = known.get(data.id);
      if (row) fill(row, data); else { row = newRow(data); known.set(data.id, row); body.append(row); }
      cellsOf(row, "connected")[0].classList.toggle("warn", !data.allConnected);
      row.querySelector("[data-devices]").replaceChildren(...data.devices.map(device => {
        const item = document.createElement("li");
        item.className = device.connected ? "on" : "off";
        item.title = `${device.reads} reads, ${device.rate} a second, last ${device.last}`;
        item.textContent = device.name;
        const word = document.createElement("span");
        word.className = "visually-hidden";
        word.textContent = device.connected ? " connected" : " not connected";
        item.append(word);
        return item;
      }));
    }
    arrange(body, message.points.map(point => point.id), known);
    const empty = main.querySelector("[data-empty]");
    if (empty) empty.hidden = body.rows.length > 0;
  }

  function applyProgress(message) {
    for (const counts of message.races) {
      for (const field of ["entries", "started", "onCourse", "finished", "out"]) {
        const cell = main.querySelector(`[data-count="${CSS.escape(counts.race)}.${field}"]`);
        if (cell) setText(cell, counts[field].toLocaleString("en-US"));
      }
      const bar = main.querySelector(`[data-progress="${CSS.escape(counts.race)}"]`);
      if (bar) { bar.max = Math.max(1, counts.entries); bar.value = counts.finished; }
    }
  }

  // Fills a list of keyed items from a template, keeping those that stay and the keyboard's place among them.
  function applyItems(list, template, lines, each) {
    if (!list) return;
    const known = new Map([...list.children].map(item => [item.dataset.id, item]));
    const items = lines.map(line => {
      const item = known.get(line.id) ?? document.querySelector(template).content.firstElementChild.cloneNode(true);
      item.dataset.id = line.id;
      fill(item, line);
      each?.(item, line);
      return item;
    });
    const focused = document.activeElement;
    if (items.length !== list.children.length || items.some((item, position) => list.children[position] !== item)) list.replaceChildren(...items);
    if (focused && focused !== document.activeElement && list.contains(focused)) focused.focus({ preventScroll: true });
  }

  // Cards of leaders: each in the section it belongs to; only those that differ are sent.
  const leaderGroups = new Map();
  function applyLeaders(message) {
    if (message.whole) leaderGroups.clear();
    for (const group of message.groups) leaderGroups.set(group.id, group);
    const groups = message.order.map(id => leaderGroups.get(id)).filter(group => group);
    for (const list of main.querySelectorAll("[data-leaders]")) {
      const own = groups.filter(group => group.section === list.dataset.leaders);
      applyItems(list, "[data-leader-card]", own, (card, group) => applyItems(card.querySelector("tbody"), "[data-leader-line]", group.rows));
      list.closest("[data-leader-section]").hidden = own.length === 0;
    }
    const empty = main.querySelector("[data-empty]");
    if (empty) empty.hidden = groups.length > 0;
  }

  const title = document.title;
  function applyControl(message) {
    const summary = main.querySelector("[data-alarm-summary]");
    if (!summary) return;
    setText(summary.querySelector("[data-alarm-text]"), message.summary);
    summary.dataset.alarmSummary = message.unseen ? "unseen" : message.alarms.length ? "seen" : "none";
    document.title = message.unseen ? `(${message.unseen}) ${title}` : title;
    main.querySelector("[data-who]").hidden = message.unseen === 0;
    applyItems(main.querySelector("[data-alarms]"), "[data-alarm-template]", message.alarms, (item, alarm) => {
      const button = item.querySelector("button");
      button.value = alarm.id;
      button.hidden = alarm.seen !== "";
      item.querySelector("[data-f=seen]").hidden = alarm.seen === "";
      item.classList.toggle("seen", alarm.seen !== "");
    });
    applyItems(main.querySelector("[data-quarantines]"), "[data-quarantine-template]", message.quarantines);
    main.querySelector("[data-quarantine-section]").hidden = message.quarantines.length === 0;
    const body = main.querySelector("[data-device-states]").tBodies[0];
    const known = rowsOf(body);
    for (const [id, row] of known) if (!message.devices.some(device => device.id === id)) { row.remove(); known.delete(id); }
    for (const device of message.devices) {
      const row = known.get(device.id);
      if (row) fill(row, device); else { const added = newRow(device); known.set(device.id, added); body.append(added); }
    }
    arrange(body, message.devices.map(device => device.id), known);
    main.querySelector("[data-empty]").hidden = body.rows.length > 0;
  }

  const handlers = {
    standings: message => { const table = main.querySelector("[data-standings]"); if (table) applyStandings(table, message); },
    "timing-points": message => { const table = main.querySelector("[data-timing-points]"); if (table) applyPoints(table, message); },
    leaders: applyLeaders,
    control: applyControl,
    progress: applyProgress,
  };

  function follow(url) {
    let source, lastHeard = Date.now(), failures = 0;
    const heard = () => { lastHeard = Date.now(); failures = 0; lostSince = null; };
    const open = () => {
      source = new EventSource(url);
      for (const name of Object.keys(handlers)) {
        source.addEventListener(name, event => { heard(); if (!paused) { handlers[name](JSON.parse(event.data)); touched(); } showState(); });
      }
      source.addEventListener("status", event => {
        heard();
        const status = JSON.parse(event.data);
        if (status.staleSince) away.set(status.service, status.staleSince); else away.delete(status.service);
        touched();
        showState();
      });
      source.addEventListener("heartbeat", () => { heard(); if (away.size === 0) touched(); showState(); });
      source.addEventListener("error", () => {
        lostSince ??= new Date();
        showState();
        if (source.readyState === EventSource.CLOSED) reopen();
      });
    };
    const reopen = () => {
      source.close();
      failures++;
      setTimeout(open, Math.min(30000, 1000 * 2 ** Math.min(failures, 5)) * (0.5 + Math.random()));
      lastHeard = Date.now();
    };
    setInterval(() => { if (Date.now() - lastHeard > silenceLimit) { lostSince ??= new Date(lastHeard); showState(); reopen(); } }, 5000);
    open();
    const pause = main.querySelector("[data-pause]");
    if (!pause) return;
    pause.hidden = false;
    pause.addEventListener("click", () => {
      paused = !paused;
      pause.setAttribute("aria-pressed", String(paused));
      pause.textContent = paused ? "Resume updates" : "Pause updates";
      if (!paused) { source.close(); open(); } // begins with the whole state
      showState();
    });
  }

  // Pages that change rarely: fetches the page again and swaps the content.
  function refresh(seconds) {
    setInterval(async () => {
      if (document.hidden || main.contains(document.activeElement)) return;
      try {
        const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
        if (!answer.ok) throw new Error(answer.statusText);
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("content");
        main.replaceChildren(...fresh.childNodes);
        lostSince = null;
      } catch (failure) {
        lostSince ??= new Date();
        const banner = main.querySelector("[data-stale]");
        if (banner) {
          banner.textContent = `Not up to date since ${timeOfDay(lostSince)}. This page goes on by itself.`;
          banner.hidden = false;
        }
      }
    }, seconds * 1000);
  }

  for (const form of document.querySelectorAll("[data-autosubmit]")) {
    form.querySelector("button").hidden = true;
    form.addEventListener("change", () => form.submit());
  }
  if (main.dataset.live) follow(main.dataset.live);
  if (main.dataset.refresh) refresh(Number(main.dataset.refresh));
})();
