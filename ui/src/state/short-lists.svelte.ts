/** The short lists of the plan that screens choose from, fetched anew when something in them has changed. */
import type { Customer } from "../bindings/Customer";
import type { Goal } from "../bindings/Goal";
import type { Patch } from "../bindings/Patch";
import type { Backend } from "../ports/backend";
import { Following } from "./following.svelte";

export class ShortLists {
  private readonly kept: { customers: Following<Customer[]>; goals: Following<Goal[]> };

  private readonly byId = $derived(new Map(this.customers.map((customer) => [customer.id, customer])));

  constructor(backend: Backend, fail: (thrown: unknown) => void) {
    this.kept = {
      customers: new Following(() => backend.call("customers", null), fail),
      goals: new Following(() => backend.call("goals", null), fail),
    };
  }

  /** In the order by hand. */
  get customers(): readonly Customer[] {
    return this.kept.customers.value ?? [];
  }

  /** A customer by its id; none if it is gone, or not known yet. */
  customer(id: string): Customer | undefined {
    return this.byId.get(id);
  }

  /** In the order by hand. */
  get goals(): readonly Goal[] {
    return this.kept.goals.value ?? [];
  }

  /** Follows a change of the plan; null when a whole plan has come in. */
  follow(patch: Patch | null): void {
    const { customers, goals } = this.kept;
    if (!patch) {
      customers.forget();
      goals.forget();
    }
    if (!patch || patch.touched.includes("customer")) customers.follow();
    if (!patch || patch.touched.includes("goal")) goals.follow();
  }
}
