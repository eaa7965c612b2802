import { afterEach, expect, it } from "vitest";

import type { Operation } from "../../bindings/Operation";
import { type Answers, fakeMilepost, patch, refusal, settle, show } from "../fakes";
import SettingsDialog from "./SettingsDialog.svelte";

let shown: ReturnType<typeof show>;
afterEach(() => shown.leave());

/** A plan with amounts or without; “CHF” has two digits, and a hundred euros are 94.30 of it at 0.943. */
function begin(has_amounts: boolean, answers: Answers = {}) {
  const fake = fakeMilepost({
    apply: () => patch,
    currency({ code, rate }) {
      if (code === "XYZ") throw refusal("rule", "“XYZ” is not a currency code of three letters, such as EUR");
      return { digits: 2, has_amounts, example: 10_000, becomes: rate === null ? null : rate / 100_000 };
    },
    ...answers,
  });
  shown = show(SettingsDialog, { milepost: fake.milepost });
  return { ...fake, applied: () => fake.asked("apply").map(({ operation }) => operation) };
}

async function typeRate(text: string): Promise<void> {
  const field = shown.find<HTMLInputElement>("[data-field=exchange-rate]");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
}

it("takes another currency without a rate as long as there are no amounts", async () => {
  const { applied } = begin(false);
  await shown.type("[data-field=currency]", " chf ");
  expect(applied()).toMatchObject([{ operation: "edit_settings", settings: { currency: "CHF" } }]);
  expect(shown.has("[data-field=exchange-rate]")).toBe(false);
});

it("asks for a rate, says what an amount becomes, and converts in one step", async () => {
  const { applied, milepost } = begin(true);
  await shown.type("[data-field=currency]", "CHF");
  expect(applied()).toEqual([]);
  expect(shown.find<HTMLButtonElement>("[data-action=convert-currency]").disabled).toBe(true);
  await typeRate("many");
  expect(shown.text()).toContain("“many” is not a rate.");
  await typeRate("0.943");
  expect(shown.text()).toContain("EUR 100.00 becomes CHF 94.30.");
  await shown.click("[data-action=convert-currency]");
  expect(applied()).toEqual([{ operation: "convert_currency", currency: "CHF", rate: 943_000_000 }]);
  expect(shown.has("[data-field=exchange-rate]")).toBe(false);
  expect(milepost.notices.notices[0]?.message).toBe("Converted every amount from EUR to CHF at 0.943.");
});

it("converts once, however often it is asked to", async () => {
  const { applied } = begin(true, { apply: () => new Promise(() => {}) });
  await shown.type("[data-field=currency]", "CHF");
  await typeRate("0.943");
  await shown.click("[data-action=convert-currency]");
  await shown.click("[data-action=convert-currency]");
  expect(applied()).toHaveLength(1);
});

it("says why a currency or a rate is refused, and keeps what was there", async () => {
  begin(true, {
    apply() {
      throw refusal("rule", "at this rate an amount is larger than a plan takes");
    },
  });
  await shown.type("[data-field=currency]", "XYZ");
  expect(shown.text()).toContain("“XYZ” is not a currency code");
  await shown.type("[data-field=currency]", "CHF");
  await typeRate("9000000");
  await shown.click("[data-action=convert-currency]");
  expect(shown.text()).toContain("at this rate an amount is larger than a plan takes");
  expect(shown.find<HTMLInputElement>("[data-field=currency]").value).toBe("EUR");
});

it("loses no setting that is changed while another is on its way", async () => {
  const done: (() => void)[] = [];
  const { applied } = begin(false, {
    apply: ({ operation }) =>
      new Promise((resolve) => {
        const { settings } = operation as Extract<Operation, { operation: "edit_settings" }>;
        const { revision } = patch.state;
        done.push(() =>
          resolve({ ...patch, state: { ...patch.state, settings, revision: revision + done.length } }),
        );
      }),
  });
  await shown.type("[data-field=plan-name]", "Reports");
  await shown.click("[data-field=works-saturday]");
  await shown.click("[data-field=works-friday]");
  for (let step = 0; step < 3; step++) {
    expect(applied()).toHaveLength(step + 1);
    done[step]?.();
    await settle();
  }
  expect(applied().at(-1)).toMatchObject({
    settings: { name: "Reports", working_days: ["monday", "tuesday", "wednesday", "thursday", "saturday"] },
  });
});

it("stays open by Esc on a button while a value is not taken, which gets the focus", async () => {
  const { milepost } = begin(true);
  milepost.dialogs.show({ kind: "settings" });
  await shown.type("[data-field=currency]", "XYZ");
  const button = shown.find("[aria-label=Close]");
  button.focus();
  await shown.press("[aria-label=Close]", "Escape");
  expect(milepost.dialogs.open).not.toBeNull();
  expect(document.activeElement).toBe(shown.find("[data-field=currency]"));
  await shown.type("[data-field=currency]", "EUR");
  await shown.press("[aria-label=Close]", "Escape");
  expect(milepost.dialogs.open).toBeNull();
});
