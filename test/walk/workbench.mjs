/** How long a part of the window may take to appear on a slow computer. */
const PATIENCE = 30_000;

/** How long a key press may go unanswered before it is sent again. */
const KEY_PATIENCE = 3_000;

/** Of a picture of the editor. */
const PICTURE_HEIGHT = 540;

const SQUIGGLE = ".squiggly-error, .squiggly-warning, .squiggly-info";

/** The window of VS Code, used as a person without a mouse uses it. */
export class Workbench {
  /** @type {import("playwright-core").Page} */
  #page;

  /** @param {import("playwright-core").Page} page */
  constructor(page) {
    this.#page = page;
    page.setDefaultTimeout(PATIENCE);
  }

  /**
   * Opens the address and waits for a text editor.
   * @param {string} address
   */
  async open(address) {
    await this.#page.goto(address);
    await this.#page.locator(".monaco-workbench .part.statusbar").waitFor();
    await this.#page.locator(".editor-instance .view-lines").first().waitFor();
  }

  /** Waits until a finding is underlined and gives the number of underlined places. */
  async waitForSquiggle() {
    // A squiggle is drawn as a background, which does not count as visible.
    await this.#page.locator(SQUIGGLE).first().waitFor({ state: "attached" });
    return this.#page.locator(SQUIGGLE).count();
  }

  /**
   * Selects the first place of a text, by searching for it. (To go to a line and column would not do: what a column is
   * in a line with wide characters has changed between the versions.)
   * @param {string} text
   */
  async select(text) {
    const input = this.#page.locator(".find-widget.visible .find-part textarea");
    await this.#focusEditor();
    await this.#pressUntil(["ControlOrMeta+f"], input);
    await input.fill(text);
    await this.#page.getByRole("button", { name: `(${text.length} selected)` }).waitFor();
    await this.#page.keyboard.press("Escape");
    await input.waitFor({ state: "hidden" });
  }

  /**
   * Shows the hover at the cursor and gives its text once it has `expected` in it.
   * @param {string} expected
   */
  async showHover(expected) {
    const hover = this.#page.locator(".monaco-hover:not(.hidden)").filter({ hasText: expected }).first();
    await this.#pressUntil(["ControlOrMeta+k", "ControlOrMeta+i"], hover);
    return hover.innerText();
  }

  /** Closes whatever lies over the editor. */
  async dismiss() {
    await this.#page.keyboard.press("Escape");
    await this.#page.locator(".monaco-hover:not(.hidden)").first().waitFor({ state: "hidden" });
  }

  /**
   * Opens the quick fixes at the cursor.
   * @param {string} expected A part of the title that the first one has to have.
   */
  async openQuickFixes(expected) {
    const menu = this.#page.locator(".action-widget:not(.action-list-submenu-panel)");
    const first = menu.locator(".monaco-list-row.action, .monaco-list-row.option").first();
    await this.#pressUntil(["ControlOrMeta+."], first.filter({ hasText: expected }));
  }

  /**
   * Opens a walkthrough and gives the texts of its steps.
   * @param {string} title
   */
  async openWalkthrough(title) {
    await this.searchCommands("Welcome: Open Walkthrough", "Open Walkthrough");
    await this.accept();
    const input = this.#page.locator(".quick-input-widget input");
    const row = this.#page.locator(".quick-input-widget .monaco-list-row").filter({ hasText: title });
    await row.first().waitFor();
    await input.fill(title);
    await this.accept();
    await this.#page.locator(".gettingStartedContainer").getByText(title).first().waitFor();
    const step = this.#page.locator(".getting-started-step");
    await step.first().waitFor();
    return step.allInnerTexts();
  }

  /**
   * Has VS Code take a language for that of its window, from the next opening on. A language pack would do the same, but
   * none is installed, so that the texts of VS Code itself stay English.
   * @param {string} language
   */
  async speak(language) {
    await this.#page.addInitScript((name) => {
      Reflect.set(globalThis, "_VSCODE_NLS_LANGUAGE", name);
    }, language);
  }

  /** Takes the first entry of the list that is open. */
  async accept() {
    await this.#page.keyboard.press("Enter");
  }

  async save() {
    await this.#page.keyboard.press("ControlOrMeta+s");
  }

  /**
   * Types into the command palette and gives the commands it lists.
   * @param {string} text
   * @param {string} expected A command that has to be among them.
   */
  async searchCommands(text, expected) {
    const row = this.#page.locator(".quick-input-widget .monaco-list-row");
    const input = this.#page.locator(".quick-input-widget input");
    await this.#pressUntil(["F1"], input);
    await input.fill(`>${text}`);
    await row.filter({ hasText: expected }).first().waitFor();
    return row.locator(".label-name").allInnerTexts();
  }

  /**
   * Waits until the preview of a refactoring has groups with these labels, and gives the texts of its rows.
   * @param {readonly string[]} labels
   */
  async waitForPreview(labels) {
    const rows = this.#page.locator(".bulk-edit-panel .monaco-list-row");
    for (const label of labels) await rows.filter({ hasText: label }).first().waitFor();
    return rows.allInnerTexts();
  }

  /** Confirms what the preview of a refactoring shows. */
  async applyPreview() {
    await this.#page.locator(".bulk-edit-panel").getByRole("button", { name: "Apply" }).click();
  }

  /** Takes back the last step in the editor. */
  async undo() {
    await this.#focusEditor();
    await this.#page.keyboard.press("ControlOrMeta+z");
  }

  /**
   * Waits until a tab with a title is in front.
   * @param {string} title
   */
  async waitForTab(title) {
    await this.#page.locator(".tab.active").filter({ hasText: title }).waitFor();
  }

  /**
   * Waits for a notification.
   * @param {string} text
   */
  async waitForMessage(text) {
    const message = this.#page
      .locator(".notifications-toasts .notification-list-item")
      .filter({ hasText: text });
    // It slides in; only then a click would reach it.
    await message.click({ trial: true });
  }

  /**
   * Chooses a button of a notification.
   * @param {string} name
   */
  async chooseInMessage(name) {
    await this.#page.locator(".notifications-toasts").getByRole("button", { name }).click();
  }

  /**
   * Presses keys in the editor until the status bar says something.
   * @param {string} keys
   * @param {string} text
   */
  async pressUntilStatus(keys, text) {
    await this.#focusEditor();
    await this.#pressUntil([keys], this.#page.locator(".part.statusbar").getByText(text).first());
  }

  /**
   * Opens the Problems panel and gives its rows once one has `expected` in it.
   * @param {string} expected
   */
  async openProblems(expected) {
    await this.#pressUntil(["ControlOrMeta+Shift+m"], this.#problems().filter({ hasText: expected }).first());
    return this.#problems().allInnerTexts();
  }

  /**
   * Waits until the Problems panel, which has to be open, has a row with `expected` in it.
   * @param {string} expected
   */
  async waitForProblem(expected) {
    await this.#problems().filter({ hasText: expected }).first().waitFor();
  }

  /**
   * Waits until the status bar says something.
   * @param {string} text
   */
  async waitForStatus(text) {
    await this.#page.locator(".part.statusbar").getByText(text).first().waitFor();
  }

  /** Whether the Problems panel is still open when everything that a command may do to it has been done. */
  async keepsProblems() {
    try {
      await this.#page.locator(".markers-panel").waitFor({ state: "hidden", timeout: KEY_PATIENCE });
      return false;
    } catch {
      return true;
    }
  }

  /**
   * @param {string} file
   * @param {"window" | "editor"} [part] Of the editor, only the upper part: a picture in a text is looked at, not read.
   */
  async takePicture(file, part = "window") {
    const box = part === "editor" ? await this.#page.locator(".part.editor").boundingBox() : null;
    await this.#page.screenshot(
      box === null
        ? { path: file }
        : { path: file, clip: { ...box, height: Math.min(box.height, PICTURE_HEIGHT) } },
    );
  }

  #problems() {
    return this.#page.locator(".markers-panel .monaco-list-row");
  }

  async #focusEditor() {
    await this.#page
      .locator(".editor-instance .native-edit-context, .editor-instance textarea.inputarea")
      .first()
      .focus();
  }

  /**
   * Presses keys until something appears. A key that is pressed while VS Code closes a hover or a list now and then
   * gets no answer, for a person as well; a person presses it again.
   * @param {readonly string[]} keys
   * @param {import("playwright-core").Locator} target
   */
  async #pressUntil(keys, target) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      for (const key of keys) await this.#page.keyboard.press(key);
      try {
        await target.waitFor({ timeout: KEY_PATIENCE });
        return;
      } catch (error) {
        if (Date.now() >= end) throw error;
      }
    }
  }
}
