/** From a total to what it is of. */
import { showEntriesOf } from "../../../actions/budget-entries";
import { goTo } from "../../../actions/search";
import type { TotalOf } from "../../../bindings/TotalOf";
import type { Milepost } from "../../../milepost.svelte";

/** Shows the thing itself; a budget line and the plan as a whole by the costs and actuals behind the total. */
export async function goToTotal(milepost: Milepost, of: TotalOf): Promise<void> {
  const { dialogs, plan } = milepost;
  if (of.entity === "line" || of.entity === "plan") {
    showEntriesOf(milepost, of.entity === "line" ? of.id : null);
  } else if (of.entity === "theme") {
    dialogs.show({ kind: "themes", at: of.id });
  } else {
    const day = plan.state?.milestones.find(({ id }) => id === of.id)?.day;
    await goTo(milepost, { target: of, span: day === undefined ? null : { first: day, last: day } });
  }
}
