import { isoOf } from "../state/days";
import { newId } from "../state/ids";
import { type Action, editable } from "./action";

export const addMilestone: Action = {
  id: "add-milestone",
  label: "Add milestone",
  keys: ["M"],
  available: editable,
  async run(milepost) {
    const { chart, plan } = milepost;
    const middle = chart && Math.floor((chart.visible.x + chart.visible.width / 2) / chart.scale);
    const day = middle === null ? (plan.state?.today ?? "") : isoOf(middle);
    const id = newId();
    const milestone = { id, name: "New milestone", day };
    if (!(await milepost.commit({ operation: "add_milestone", milestone }))) return;
    milepost.selection.selectMilestone(id);
    milepost.selection.inspectorOpen = true;
  },
};
