import { isoOf } from "../state/days";
import { newId } from "../state/ids";
import { type Action, editable } from "./action";
import { dayInMiddle } from "./days-in-sight";
import { showsMilestones, tellNoMilestones } from "./go-to-milestone";
import { openAtTitle } from "./inspect";

export const addMilestone: Action = {
  id: "add-milestone",
  label: "Add milestone",
  menuLabel: ({ spot }) => (spot?.day == null ? "Add milestone" : "Add milestone here"),
  keys: ["M"],
  available: editable,
  async run(milepost) {
    const { chart, plan, spot } = milepost;
    const middle = spot?.day ?? (chart && dayInMiddle(chart));
    const day = middle === null ? (plan.state?.today ?? "") : isoOf(middle);
    const id = newId();
    const milestone = { id, name: "New milestone", day };
    await milepost.keysAhead.during(async () => {
      if (!(await milepost.commit({ operation: "add_milestone", milestone }))) return false;
      milepost.selection.selectMilestone(id);
      if (!showsMilestones(milepost)) tellNoMilestones(milepost, id, day);
      return await openAtTitle(milepost, true);
    });
  },
};
