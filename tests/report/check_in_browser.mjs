// SPDX-License-Identifier: MIT
// check_in_browser.mjs REPORT.html HOSTILE.html CHROMIUM: opens reports in a real browser and tells what is wrong with
// them, a line each. Run in the folder that holds node_modules.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const require = createRequire(process.cwd() + "/");
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [report, hostile, program] = process.argv.slice(2);
const problems = [];

const browser = await chromium.launch({
  executablePath: program,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"],
});

/** A page that notes every request, complaint and dialog. */
async function open(file, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const name = JSON.stringify(options);
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith("data:") && url !== pathToFileURL(file).href) {
      problems.push(`${name}: asks for ${url}`);
    }
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") {
      problems.push(`${name}: the console says: ${message.text()}`);
    }
  });
  page.on("pageerror", (error) => problems.push(`${name}: ${error}`));
  page.on("dialog", (dialog) => {
    problems.push(`${name}: a dialog says: ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.goto(pathToFileURL(file).href);
  return page;
}

async function checkAccess(page, name) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => globalThis.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  }));
  for (const violation of result.violations) {
    const where = violation.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ");
    problems.push(`${name}: ${violation.id}: ${violation.help} (${violation.nodes.length}: ${where})`);
  }
  if (result.passes.length < 20) {
    problems.push(`${name}: only ${result.passes.length} rules of accessibility were looked at`);
  }
}

async function checkFilter(page) {
  const shown = (selector) => page.locator(`${selector}:not([hidden])`).count();
  const rows = await page.locator(".row").count();
  const expect = async (what, selector, count) => {
    await page.waitForTimeout(400); // the page waits for the end of typing
    const found = await shown(selector);
    if (found !== count) {
      problems.push(`filter by ${what}: ${found} of ${selector} are shown, not ${count}`);
    }
  };
  if (!(await page.locator("#filter").isVisible())) {
    problems.push("the filter is not there");
    return;
  }
  const first = await page.locator(".row").first().evaluate((row) => ({ ...row.dataset }));
  const like = (name, value) => page.locator(`.row[data-${name}="${value}"]`).count();
  await page.selectOption("#by-policy", first.policy);
  await expect("policy", ".row", await like("policy", first.policy));
  await expect("policy", ".policy", 1);
  await page.click("#filter button");
  await expect("nothing", ".row", rows);
  await page.selectOption("#by-verdict", "cannot_tell");
  await expect("verdict", ".row", await like("verdict", "cannot_tell"));
  const status = await page.locator("#shown").textContent();
  if (!status.includes(`of ${rows} findings`)) {
    problems.push(`the status says '${status}'`);
  }
  await page.click("#filter button");
  await page.fill("#by-place", "  COLLEGE "); // a name of the sample
  await expect("place", ".row", await page.locator('.row[data-place*="college"]').count());
  await page.fill("#by-place", "no such place");
  await expect("place", ".row", 0);
  await expect("place", ".finding", 0);
  await page.click("#filter button");
  await expect("nothing", ".finding", await page.locator(".finding").count());
}

for (const options of [{ viewport: { width: 1280, height: 900 } },
                       { viewport: { width: 390, height: 844 } },
                       { viewport: { width: 1280, height: 900 }, colorScheme: "dark" }]) {
  const page = await open(report, options);
  await checkAccess(page, JSON.stringify(options));
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wider > 0) {
    problems.push(`${JSON.stringify(options)}: the page is ${wider} pixels wider than the window`);
  }
  const broken = await page.evaluate(async () => {
    const images = Array.from(document.images);
    for (const image of images) {
      image.loading = "eager";
    }
    await Promise.all(images.map((image) => image.decode().catch(() => {})));
    return images.filter((image) => image.naturalWidth === 0).length;
  });
  if (broken > 0) {
    problems.push(`${broken} pictures cannot be shown`);
  }
  if (!options.colorScheme) {
    await checkFilter(page);
  }
  await page.context().close();
}

const without = await open(report, { javaScriptEnabled: false });
if (await without.locator("#filter").isVisible()) {
  problems.push("a filter that does nothing is shown where scripts are switched off");
}
await without.context().close();

const attacked = await open(hostile, { viewport: { width: 1280, height: 900 } });
await attacked.fill("#by-place", "<img");
await attacked.waitForTimeout(400);
if ((await attacked.locator(".row:not([hidden])").count()) !== 1) {
  problems.push("the filter does not find a name with markup in it");
}
if (await attacked.evaluate(() => "hostile" in globalThis)) {
  problems.push("a text of the plan was run");
}
await browser.close();

for (const problem of problems.slice(0, 40)) {
  console.log(problem);
}
process.exit(problems.length > 0 ? 1 : 0);
