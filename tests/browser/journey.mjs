// Walks the public door, and those of an invented studio (`serve --demo`), in Debian's chromium, with axe on every page.
//
//   PLUMBLINE_URL=http://127.0.0.1:8080 node journey.mjs
//
// Each way through the door is one test, on a phone, on a tablet, on a desktop, and on a phone without script. Every page is looked
// at in light and in dark. With SCREENSHOTS=folder every page is also saved as a picture. The last line is
// "N passed, N failed", and the exit status is 1 when one failed.

import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const door = (process.env.PLUMBLINE_URL ?? "").replace(/\/$/, "");
const pictures = process.env.SCREENSHOTS;
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const screensMax = 25;

const browsers = [
  { name: "phone", viewport: { width: 390, height: 844 }, hasTouch: true },
  { name: "tablet", viewport: { width: 820, height: 1180 }, hasTouch: true },
  { name: "desktop", viewport: { width: 1280, height: 900 } },
  { name: "phone without script", viewport: { width: 390, height: 844 }, javaScriptEnabled: false },
];

/** One person at the door. */
class Visitor {
  /** `seen`: the pages that this browser has already been through. */
  constructor(page, setting, seen) {
    this.page = page;
    this.setting = setting;
    this.screens = 0;
    this.seen = seen;
    this.outside = [];
    this.complaints = [];
    page.on("request", (it) => {
      if (!it.url().startsWith(door) && !it.url().startsWith("data:")) this.outside.push(it.url());
    });
    page.on("console", (it) => {
      if (it.type() === "error") this.complaints.push(it.text());
    });
  }

  /** Looks at a page: nothing wider than the screen, no violation of WCAG 2.2 AA in light or in dark. */
  async look(name) {
    this.screens += 1;
    const wide = await this.measure();
    must(wide <= this.setting.viewport.width, `${name} is ${wide} px wide`);
    if (this.seen.has(name)) return;
    this.seen.add(name);
    for (const colorScheme of ["light", "dark"]) {
      await this.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      if (this.setting.javaScriptEnabled !== false) {
        const violations = await this.violations();
        must(violations.length === 0, `${name} in ${colorScheme}: ${violations.join("; ")}`);
      }
      if (pictures) await this.picture(name, colorScheme);
    }
  }

  async picture(name, colorScheme) {
    const folder = join(pictures, `${this.setting.name} ${colorScheme}`.replaceAll(" ", "-"));
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name.replaceAll(/[^a-z0-9_-]/gi, "-")}.png`), fullPage: true });
  }

  async measure() {
    if (this.setting.javaScriptEnabled === false) return 0;
    return this.page.evaluate(() => document.documentElement.scrollWidth);
  }

  async violations() {
    const { page } = this;
    if (!(await page.evaluate(() => "axe" in window))) {
      await page.evaluate(axe);
    }
    const result = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), standards);
    return result.violations.map((it) => `${it.id} at ${it.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  }

  async open(path, name) {
    await this.page.goto(door + path);
    await this.look(name);
  }

  /** Back or forward in the browser, sending the form again where the browser asks. */
  async history(steps) {
    const tools = await this.page.context().newCDPSession(this.page);
    const { currentIndex, entries } = await tools.send("Page.getNavigationHistory");
    await tools.send("Page.navigateToHistoryEntry", { entryId: entries[currentIndex + steps].id }).catch(() => null);
    await this.page.waitForTimeout(500);
    if (!(await this.where().catch(() => ""))) {
      await tools.send("Page.reload").catch(() => null);
      await this.page.waitForTimeout(500);
    }
    await this.page.waitForLoadState();
    this.complaints = this.complaints.filter((it) => !it.includes("ERR_CACHE_MISS"));
  }

  /** The name of the page of the self-check. */
  async where() {
    const field = this.page.locator('input[name="page"]').first();
    return (await field.count()) > 0 ? field.getAttribute("value") : "";
  }

  async press(action) {
    await this.page.locator(`button[name="action"][value="${action}"]`).first().click();
    await this.page.waitForLoadState();
  }

  async choose(key, word) {
    await this.page.locator(`#q-${key}-${word}`).check({ force: true });
  }

  /** Answers the page as somebody with plain back pain and nothing else, but for what `instead` says. */
  async answer(instead = {}) {
    const { page } = this;
    if (await page.locator("#q-birth_year").count()) await page.fill("#q-birth_year", "1968");
    if (await page.locator("#q-country").count()) await page.selectOption("#q-country", "GB");
    const names = await page.locator('[name^="a."]:not([type="hidden"])').evaluateAll((all) =>
      [...new Set(all.map((it) => it.name.split(".")[1]))]).catch(() => this.namesWithoutScript());
    for (const key of names) {
      const word = instead[key] ?? plain[key];
      if (word) {
        await this.choose(key, word);
        continue;
      }
      for (const none of ["no", "none", "0"]) {
        const choice = page.locator(`#q-${key}-${none}`);
        if (await choice.count()) {
          await choice.check({ force: true });
          break;
        }
      }
      const required = key === "falls_12mo";
      if (required && (await page.locator(`#q-${key}-number`).count())) await page.fill(`#q-${key}-number`, "0");
    }
  }

  /** The names of the visible fields, for a browser whose pages run no script. */
  async namesWithoutScript() {
    const names = new Set();
    for (const it of await this.page.locator('[name^="a."]:not([type="hidden"])').all()) {
      names.add((await it.getAttribute("name")).split(".")[1]);
    }
    return [...names];
  }

  /** From "check your answers" to the first test at home. */
  async toTheTests() {
    await this.press("next");
    await this.press("open:home");
    await this.look("home");
    await this.press("next");
  }

  /** Answers page after page until the questions end. */
  async answerAll(instead = {}) {
    for (let count = 0; count < 60; count += 1) {
      const name = await this.where();
      if (name === "review" || (await this.page.locator(".field").count()) === 0) return name;
      await this.answer(instead);
      await this.press("next");
      await this.look((await this.where()) || "outcome");
    }
    throw new Error("the self-check does not end");
  }
}

const plain = { back_pain_area: "low", floor_transfer: "alone", sex: "female" };

function must(true_, said) {
  if (!true_) throw new Error(said);
}

const ways = {
  async "the pages around the self-check"(visitor) {
    for (const [path, name] of [["/", "landing"], ["/learn", "learn"], ["/learn/ED-08", "card"], ["/safety", "safety"],
      ["/about", "about"], ["/share", "share"], ["/no-such-page", "not-found"]]) {
      await visitor.open(path, name);
    }
    visitor.complaints = visitor.complaints.filter((it) => !it.includes("404"));
  },

  async "nothing to report leads to a plan"(visitor) {
    const began = Date.now();
    await visitor.page.goto(`${door}/`);
    await visitor.page.locator("a.button").first().click();
    await visitor.look("you");
    must((await visitor.answerAll()) === "review", "the questions do not end in the review");
    await visitor.press("next");
    await visitor.look("more");
    await visitor.press("next");
    await visitor.look("plan");
    must(await visitor.page.locator('[action="/plan.pdf"]').count(), "there is no plan");
    console.log(`    ${visitor.screens} screens, ${((Date.now() - began) / 1000).toFixed(1)} seconds by machine`);
    must(visitor.screens <= screensMax, `${visitor.screens} screens`);
    for (const [button, kind] of [["/plan.ics", "ics"], [null, "pdf"]]) {
      const selector = button ? `button[formaction="${button}"]` : '[action="/plan.pdf"] button:not([formaction])';
      const [file] = await Promise.all([visitor.page.waitForEvent("download"), visitor.page.locator(selector).first().click()]);
      must(file.suggestedFilename() === `plan.${kind}`, `the file is called ${file.suggestedFilename()}`);
      must((await file.failure()) === null, `the ${kind} file did not come`);
    }
  },

  async "home tests with numbers lead to a plan"(visitor) {
    await visitor.page.goto(`${door}/check`);
    await visitor.answerAll();
    await visitor.toTheTests();
    for (let count = 0; count < 4 && (await visitor.where()).startsWith("home-MT-"); count += 1) {
      await visitor.look(await visitor.where());
      await visitor.press("next");
      await visitor.look(`${await visitor.where()}-with-faults`);
      for (const field of await visitor.page.locator('input[name^="t."]:not([type="hidden"])').all()) await field.fill("12");
      await visitor.press("next");
    }
    await visitor.press("next");
    await visitor.look("plan-with-tests");
    must(await visitor.page.locator('[action="/plan.pdf"]').count(), "there is no plan");
  },

  async "the timer counts"(visitor) {
    if (visitor.setting.javaScriptEnabled === false) return;
    await visitor.page.goto(`${door}/check`);
    await visitor.answerAll();
    await visitor.toTheTests();
    const clock = visitor.page.locator("[data-clock]");
    const before = await clock.textContent();
    await visitor.page.locator("[data-button]").click();
    await visitor.page.waitForFunction((it) => document.querySelector("[data-clock]").textContent !== it, before);
    await visitor.look("timer-running");
    await visitor.page.locator("[data-button]").click();
  },

  async "missing answers are asked for and nothing is lost"(visitor) {
    await visitor.page.goto(`${door}/check`);
    await visitor.page.fill("#q-birth_year", "1968");
    await visitor.press("next");
    await visitor.look("you-with-faults");
    must(await visitor.page.locator('.summary a[href="#q-back_pain_area-low"]').count(), "no link to the question");
    must((await visitor.page.inputValue("#q-birth_year")) === "1968", "the year was lost");
    await visitor.page.locator('.summary a[href="#q-back_pain_area-low"]').click();
    if (visitor.setting.javaScriptEnabled !== false) {
      must(await visitor.page.evaluate(() => document.activeElement?.id === "q-back_pain_area-low"), "the link does not lead to the field");
    }
  },

  async "an emergency answer ends it, a mistake is asked again"(visitor) {
    await visitor.page.goto(`${door}/check`);
    for (let count = 0; count < 2; count += 1) {
      await visitor.answer();
      await visitor.press("next");
    }
    await visitor.answer({ both_legs_weak: "yes" });
    await visitor.press("next");
    await visitor.look("emergency");
    must(await visitor.page.locator(".emergency").count(), "there is no advice");
    must((await visitor.page.locator('[action="/plan.pdf"]').count()) === 0, "there is a plan");
    const body = await visitor.page.locator(".emergency").boundingBox();
    must(body.y + body.height <= visitor.setting.viewport.height, `the advice needs scrolling: ${body.y + body.height} px`);
    await visitor.page.locator('button[value^="mistake:"]').first().click();
    await visitor.look("again");
    await visitor.choose("both_legs_weak", "no");
    await visitor.press("next");
    must((await visitor.where()) === "nerves_more", "it does not go on after the mistake");
  },

  async "not sure about numbness between the legs gets no plan"(visitor) {
    await visitor.page.goto(`${door}/check`);
    await visitor.answerAll({ ces_saddle: "unsure" });
    await visitor.press("next");
    await visitor.look("urgent");
    must((await visitor.page.locator('[action="/plan.pdf"]').count()) === 0, "there is a plan");
    must(await visitor.page.locator('[action="/letter.pdf"]').count(), "there is no letter");
  },

  async "a condition to be looked at first gets a card and a letter"(visitor) {
    await visitor.page.goto(`${door}/check`);
    await visitor.answerAll({ disease: "cardiac", aaa_known: "unsure" });
    await visitor.press("next");
    await visitor.look("waiting");
    must((await visitor.page.locator('[action="/plan.pdf"]').count()) === 0, "there is a plan");
    must(await visitor.page.locator('[action="/letter.pdf"]').count(), "there is no letter");
  },

  async "what nobody has to tell can be told, and the plan answers it"(visitor) {
    const { page } = visitor;
    await page.goto(`${door}/check`);
    await visitor.answerAll();
    await visitor.press("next");
    for (const part of ["rmdq", "psfs", "phq4", "fear", "inflammation"]) {
      await visitor.press(`open:${part}`);
      await visitor.look(part);
      if (part === "rmdq") await visitor.choose("rmdq", "i03");
      if (part === "fear") await visitor.choose("fear_of_movement", "8");
      if (part === "psfs") {
        await page.fill("#q-psfs_activities-1", "running");
        await visitor.press("next");
        await visitor.look("psfs-with-faults");
        must((await page.inputValue("#q-psfs_activities-1")) === "running", "the activity was lost");
        await page.locator('.summary a[href="#q-psfs_scores-1-0"]').click();
        await visitor.choose("psfs_scores-1", "4");
      }
      if (part === "phq4") {
        for (const item of [1, 2, 3]) await visitor.choose(`phq4-${item}`, "3");
        await visitor.press("next");
        await visitor.look("phq4-with-faults");
        await visitor.choose("phq4-4", "3");
      }
      if (part === "inflammation") {
        for (const sign of ["buttock", "better_moving", "nsaid_48h", "psoriasis"]) await visitor.choose("spa_items", sign);
        await page.fill("#q-spa_onset_age-number", "30");
        await page.fill("#q-spa_months-number", "48");
      }
      await visitor.press("next");
      must((await visitor.where()) === "more", `${part} does not lead back to the offer`);
    }
    await visitor.look("more-told");
    must(await page.locator(".support").count(), "there is no supportive card");
    await visitor.press("back");
    await visitor.look("review-told");
    await visitor.press("next");
    await visitor.press("next");
    await visitor.look("plan-told");
    must(await page.locator("#not-offered").count(), "running is not answered");
    for (const letter of ["/letter-mood.pdf", "/letter-inflammation.pdf"]) {
      const [file] = await Promise.all([page.waitForEvent("download"), page.locator(`button[formaction="${letter}"]`).click()]);
      must((await file.failure()) === null, `${letter} did not come`);
    }
  },

  async "a reported clearance opens the plan"(visitor) {
    const { page } = visitor;
    await page.goto(`${door}/check`);
    await visitor.answerAll({ disease: "cardiac" });
    await visitor.press("next");
    await visitor.press("open:clearance");
    await visitor.look("clearance");
    await page.fill("#c-who", "Dr Invented");
    await visitor.press("next");
    await visitor.look("clearance-with-faults");
    must((await page.inputValue("#c-who")) === "Dr Invented", "the name was lost");
    await page.locator('input[name="c.about"]').first().check({ force: true });
    await page.locator("#c-profession-family-doctor").check({ force: true });
    const day = new Date(Date.now() - 3 * 86_400_000);
    const date = { day: day.getUTCDate(), month: day.getUTCMonth() + 1, year: day.getUTCFullYear() };
    for (const [part, number] of Object.entries(date)) await page.fill(`#c-${part}-number`, String(number));
    await page.locator("#c-verdict-not-ok").check({ force: true });
    await visitor.press("next");
    await visitor.look("waiting-refused");
    await visitor.press("open:clearance");
    await page.locator("#c-verdict-ok").check({ force: true });
    await visitor.press("next");
    must((await visitor.where()) === "more", "the report does not open the plan");
    await visitor.press("next");
    await visitor.look("plan-cleared");
    must(await page.locator('[action="/plan.pdf"]').count(), "there is no plan");
  },

  async "a reload and the browser's back button lose nothing"(visitor) {
    await visitor.page.goto(`${door}/check`);
    await visitor.answer();
    await visitor.press("next");
    must((await visitor.where()) === "nerves", "the second page did not come");
    await visitor.page.reload();
    must((await visitor.where()) === "nerves", "a reload leads elsewhere");
    await visitor.answer();
    await visitor.press("next");
    must((await visitor.where()) === "legs", "the third page did not come");
    // A page that must not be stored is asked for again: the browser offers to send the form once more.
    await visitor.history(-1);
    must((await visitor.where()) === "nerves", "back leads elsewhere");
    await visitor.history(1);
    must((await visitor.where()) === "legs", "forward leads elsewhere");
  },

  async "a coach sees who needs somebody and what would be planned"(visitor) {
    const { page } = visitor;
    await signIn(visitor, "coach@example.invalid");
    await visitor.look("roster");
    await page.locator(".roster a").first().click();
    await visitor.look("member with an alarm");
    await page.locator('a[href$="/door/messages"]').click();
    await visitor.look("messages of a member");
    await page.goBack();
    const member = page.url();
    await page.goto(`${member}/programme`);
    await visitor.look("programme on hold");
    await page.goto(`${member}/door`);
    await visitor.look("door of a member on hold");
    await page.goto(`${member.replace(/\/members.*/, "")}`);
    // Somebody whose programme goes on: the first of those who need nobody.
    await page.locator('[aria-labelledby="others"] .roster a').first().click();
    await page.locator('a[href$="/programme"]').click();
    await visitor.look("programme");
    await page.locator('a[href$="/orders"]').click();
    await visitor.look("orders");
  },

  async "a member answers the short check before a session is shown"(visitor) {
    const { page } = visitor;
    await signIn(visitor, "member1@example.invalid");
    await visitor.look("member's day");
    const today = page.locator('form[action$="/today"]');
    must((await today.count()) === 1, "no short check");
    await today.locator(".button").click();
    await page.locator(".field-wrong").first().waitFor();
    // A form that was not taken answers with 422, which the browser writes down as a complaint.
    visitor.complaints = visitor.complaints.filter((it) => !it.includes("422"));
    await visitor.look("short check with something missing");
    for (const [key, word] of [["micro_neuro", "no"], ["micro_unwell", "no"], ["pain_now", "2"], ["leg_furthest", "none"]]) {
      await visitor.choose(key, word);
    }
    await today.locator(".button").click();
    await page.locator('form[action$="/session"]').waitFor();
    await visitor.look("session");
    await page.locator(".wrong-link").click();
    await visitor.look("something is wrong");
    must(await page.locator('a[href^="tel:"]').count(), "nobody to call");
  },

  async "the keyboard is enough"(visitor) {
    await visitor.page.goto(`${door}/check`);
    await visitor.page.keyboard.press("Tab");
    must(await visitor.page.locator(".skip:focus").count(), "the first stop is not the skip link");
    await visitor.page.focus("#q-birth_year");
    await visitor.page.keyboard.type("1968");
    await visitor.page.keyboard.press("Enter");
    await visitor.page.locator(".summary").waitFor();
  },
};

/** Signs in to the invented studio. */
async function signIn(visitor, mail) {
  await visitor.open("/sign-in", "sign in");
  await visitor.page.fill("#mail", mail);
  await visitor.page.fill("#password", "an invented studio");
  await visitor.page.locator("main .button").click();
  await visitor.page.waitForLoadState();
}

if (!door) {
  console.error("PLUMBLINE_URL is not set");
  process.exit(2);
}
const only = process.argv[2] ?? "";
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});
let passed = 0;
let failed = 0;
for (const { name, ...setting } of browsers) {
  const seen = new Set();
  for (const [way, walk] of Object.entries(ways)) {
    if (!`${name}: ${way}`.includes(only)) continue;
    const context = await browser.newContext({ ...setting, reducedMotion: "reduce" });
    const visitor = new Visitor(await context.newPage(), { name, ...setting }, seen);
    visitor.page.setDefaultTimeout(10_000);
    try {
      await walk(visitor);
      must(visitor.outside.length === 0, `asked others for ${visitor.outside.join(", ")}`);
      must(visitor.complaints.length === 0, `the browser complained: ${visitor.complaints.join("; ")}`);
      passed += 1;
      console.log(`ok   ${name}: ${way}`);
    } catch (error) {
      failed += 1;
      console.log(`FAIL ${name}: ${way}\n    ${error.message}`);
    }
    await context.close();
  }
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
