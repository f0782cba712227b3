// The checking copy in a browser: no violation by axe-core, nothing loaded, the keys, filters and deep links at work.
// Usage: npm install --prefix .ci/browser && node .ci/browser/check.js reports/index.html reports/<article>.html
// The browser is the system's: CHROMIUM, or /usr/bin/chromium.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const windows = [
  { name: "light", scheme: "light", width: 1400, height: 1000 },
  { name: "dark", scheme: "dark", width: 1400, height: 1000 },
  { name: "narrow", scheme: "light", width: 380, height: 800 },
];
const pages = process.argv.slice(2);
assert.ok(pages.length > 0, "name the pages to look at");

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  for (const file of pages) {
    const url = pathToFileURL(resolve(file)).href;
    for (const window of windows) {
      await look(url, window);
    }
    await work(url);
    await withoutScript(url);
    console.log(`${file}: no violation in ${windows.map((window) => window.name).join(", ")}; keys, filters and links work`);
  }
} finally {
  await browser.close();
}

async function opened(url, { scheme, width, height }) {
  const page = await browser.newPage();
  page.told = [];
  page.on("console", (message) => page.told.push(message.text()));
  page.on("pageerror", (error) => page.told.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) page.told.push(`loads ${request.url()}`);
  });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.setViewport({ width, height });
  await page.goto(url);
  return page;
}

async function look(url, window) {
  const page = await opened(url, window);
  await page.evaluate(axe);
  const found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations)");
  const told = found.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
  assert.deepEqual(told, [], `${url} (${window.name})`);
  assert.deepEqual(page.told, [], `${url} (${window.name})`);
  const wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
  assert.ok(wide <= 0, `${url} (${window.name}) is ${wide} pixels wider than its window`);
  await page.close();
}

async function work(url) {
  const page = await opened(url, windows[0]);
  const cards = await page.$$eval("article.card", (all) => all.map((card) => [card.id, card.hasAttribute("data-fix")]));
  if (cards.length > 1) {
    const hash = () => page.evaluate("decodeURIComponent(location.hash.slice(1))");
    for (const [key, id] of [["j", cards[0][0]], ["j", cards[1][0]], ["k", cards[0][0]]]) {
      await page.keyboard.press(key);
      assert.equal(await hash(), id, `after ${key}`);
    }
    const next = cards.slice(1).find(([, fix]) => fix);
    if (next) {
      await page.keyboard.press("n");
      assert.equal(await hash(), next[0], "after n");
    }
    await page.keyboard.press("/");
    await page.keyboard.type("no such words in any card");
    assert.equal(await page.$$eval("article.card:not([hidden])", (all) => all.length), 0);
    await page.evaluate((id) => {
      history.replaceState(null, "", "#");
      location.hash = id;
    }, cards[1][0]);
    await page.waitForFunction((id) => document.activeElement.id === id, {}, cards[1][0]);
    assert.equal(await page.$$eval("article.card[hidden]", (all) => all.length), 0, "a deep link shows what it leads to");
    await page.type("#words", "no such words in any card");
    await page.evaluate((id) => document.querySelector(`#correct a, a.ref[href="#${id}"]`).click(), cards[1][0]);
    assert.equal(await page.$$eval("article.card[hidden]", (all) => all.length), 0, "so does a link, wherever one is");
    const before = await hash();
    await page.click("#keys");
    await page.keyboard.press("j");
    assert.equal(await hash(), before, "keys that are switched off do nothing");
  }
  const toggle = await page.$("#theme");
  if (toggle) {
    await page.evaluate("document.getElementById('theme').click(); document.getElementById('theme').click()");
    assert.equal(await page.evaluate("document.documentElement.dataset.theme"), "dark");
    await page.evaluate("document.getElementById('theme').click()");
  }
  assert.deepEqual(page.told, [], url);
  await page.close();
}

async function withoutScript(url) {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.goto(url);
  const hidden = await page.$$eval("article.card", (all) => all.filter((card) => card.offsetHeight === 0).length);
  assert.equal(hidden, 0, "every card is there without JavaScript");
  await page.close();
}
