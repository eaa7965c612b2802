import { numberOf } from "../state/days";
import { type Action, withChart } from "./action";

export const today: Action = {
  id: "today",
  label: "Go to today",
  keys: ["T", "Home"],
  available: withChart,
  run({ chart, plan }) {
    if (plan.state) chart?.showDay(numberOf(plan.state.today));
  },
};

export const fit: Action = {
  id: "fit",
  label: "Fit the whole plan",
  keys: ["0"],
  available: withChart,
  async run(milepost) {
    const { chart, plan, backend } = milepost;
    await milepost.attempt(async () => {
      const { span } = plan.health ?? (await backend.call("health", null));
      if (span) chart?.showDays(numberOf(span.first), numberOf(span.last));
      else if (plan.state) chart?.showDay(numberOf(plan.state.today));
    });
  },
};

/** Asks for a day and shows it. */
export const goToDate: Action = {
  id: "go-to-date",
  label: "Go to date…",
  // A letter alone is text in a cell of the table.
  keys: ["J", "Mod+J"],
  available: withChart,
  run: ({ dialogs }) => dialogs.show({ kind: "go-to-date" }),
};
