/** What the lanes stand for, and what is shown at all. */
import { ASPECTS, KINDS, NEED_ASPECTS } from "../state/look";
import { KINDS_WORDS } from "../state/words";
import { type Action, onFeatures, withPlan } from "./action";

export const lanesBy: readonly Action[] = [...ASPECTS, null].map((aspect) => ({
  id: `lanes-by-${aspect ?? "nothing"}`,
  label: aspect ? `Lanes by ${aspect}` : "No lanes",
  keys: [],
  available: (milepost) =>
    onFeatures(milepost) || (withPlan(milepost) && (aspect === null || NEED_ASPECTS.includes(aspect))),
  run: ({ view }) => view.change({ lanes_by: aspect }),
}));

export const lookOfLanes: Action = {
  id: "lanes",
  label: "Lanes, colours and kinds",
  keys: ["G"],
  available: withPlan,
  run({ view }) {
    view.panel = "lanes";
  },
};

export const toggleKinds: readonly Action[] = KINDS.map((kind) => ({
  id: `toggle-${kind}`,
  label: `Show or hide ${KINDS_WORDS[kind].toLowerCase()}`,
  keys: [],
  available: onFeatures,
  run({ view }) {
    const { kinds } = view.settings;
    view.change({ kinds: kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind] });
  },
}));

export const showAllKinds: Action = {
  id: "show-all-kinds",
  label: "Show all kinds",
  keys: [],
  available: (milepost) => onFeatures(milepost) && milepost.view.settings.kinds.length < KINDS.length,
  run: ({ view }) => view.change({ kinds: [...KINDS] }),
};

export const toggleMilestones: Action = {
  id: "toggle-milestones",
  label: "Show or hide milestones",
  keys: [],
  available: withPlan,
  run: ({ view }) => view.change({ show_milestones: !view.settings.show_milestones }),
};

export const toggleDependencies: Action = {
  id: "toggle-dependencies",
  label: "Show or hide dependencies",
  keys: ["D"],
  available: onFeatures,
  run: ({ view }) => view.change({ show_dependencies: !view.settings.show_dependencies }),
};

export const toggleDaysOff: Action = {
  id: "toggle-days-off",
  label: "Show or hide days off",
  keys: [],
  available: withPlan,
  run: ({ view }) => view.change({ show_days_off: !view.settings.show_days_off }),
};
