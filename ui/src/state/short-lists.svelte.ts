/** The short lists of the plan that screens choose from, fetched anew when something in them has changed. */
import type { BudgetLine } from "../bindings/BudgetLine";
import type { Customer } from "../bindings/Customer";
import type { Goal } from "../bindings/Goal";
import type { Patch } from "../bindings/Patch";
import type { Rate } from "../bindings/Rate";
import type { Backend } from "../ports/backend";
import { Following } from "./following.svelte";

export class ShortLists {
  private readonly kept: {
    customer: Following<Customer[]>;
    goal: Following<Goal[]>;
    budget_line: Following<BudgetLine[]>;
    rate: Following<Rate[]>;
  };

  private readonly byId = $derived(new Map(this.customers.map((customer) => [customer.id, customer])));

  constructor(backend: Backend, fail: (thrown: unknown) => void) {
    this.kept = {
      customer: new Following(() => backend.call("customers", null), fail),
      goal: new Following(() => backend.call("goals", null), fail),
      budget_line: new Following(() => backend.call("budget_lines", null), fail),
      rate: new Following(() => backend.call("rates", null), fail),
    };
  }

  /** In the order by hand. */
  get customers(): readonly Customer[] {
    return this.kept.customer.value ?? [];
  }

  /** A customer by its id; none if it is gone, or not known yet. */
  customer(id: string): Customer | undefined {
    return this.byId.get(id);
  }

  /** In the order by hand. */
  get goals(): readonly Goal[] {
    return this.kept.goal.value ?? [];
  }

  /** In the order by hand. */
  get budgetLines(): readonly BudgetLine[] {
    return this.kept.budget_line.value ?? [];
  }

  /** In the order by hand. */
  get rates(): readonly Rate[] {
    return this.kept.rate.value ?? [];
  }

  /** Follows a change of the plan; null when a whole plan has come in. */
  async follow(patch: Patch | null): Promise<void> {
    const sorts = (["customer", "goal", "budget_line", "rate"] as const).filter(
      (sort) => patch?.touched.includes(sort) ?? true,
    );
    if (!patch) for (const sort of sorts) this.kept[sort].forget();
    await Promise.all(sorts.map((sort) => this.kept[sort].follow()));
  }
}
