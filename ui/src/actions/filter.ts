import { emptyFilter } from "../state/look";
import { type Action, withPlan } from "./action";

export const filter: Action = {
  id: "filter",
  label: "Filter",
  keys: ["F"],
  available: withPlan,
  run({ view }) {
    view.panel = "filter";
  },
};

export const clearFilter: Action = {
  id: "clear-filter",
  label: "Clear filter",
  keys: ["Shift+F"],
  available: (milepost) => withPlan(milepost) && milepost.view.filtering,
  run: ({ view }) => view.change({ filter: emptyFilter }),
};
