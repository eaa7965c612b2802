/** What it does to items to drop them on a lane. */
import type { AspectValue } from "../bindings/AspectValue";
import type { LaneKey } from "../bindings/LaneKey";
import type { NewItem } from "../bindings/NewItem";
import type { Operation } from "../bindings/Operation";
import type { Horizon } from "../bindings/Horizon";
import { firstDates } from "../state/days";
import { KIND_WORDS } from "../state/words";
import type { Stays } from "../bindings/Stays";
import { movedOf, placedAnewOf } from "./taken-along";

/** What is done to items, and what is told of those that do not go along. */
export interface Moved {
  operation: Operation;
  words: string | null;
}

/** Takes items to a lane, `days` later; null where nothing can be dropped. What has no days goes to the lane, too. */
export function movedTo(lane: LaneKey, ids: string[], days: number, stays: Stays | null): Moved | null {
  switch (lane.by) {
    case "items": {
      const to = (some: string[], by: number): Operation => {
        return { operation: "move_items", ids: some, days: by, lane: lane.values };
      };
      const going = movedOf(ids, stays);
      if (days === 0 || going.others.length === 0) return { operation: to(ids, days), words: null };
      const operations = [to(going.ids, days), to(going.others, 0)];
      const label = `Move ${ids.length} items`;
      return { operation: { operation: "batch", label, operations }, words: going.words };
    }
    case "horizon": {
      const { ids: placed, words } = placedAnewOf(ids, stays);
      return { operation: { operation: "edit_items", ids: placed, edit: horizonOf(lane) }, words };
    }
    // What costs money on a line does so wherever it is dragged.
    case "line":
    case "milestones":
      return null;
  }
}

/** Whether bars stand on their days in a lane. */
export const isDated = (lane: LaneKey | undefined): boolean => lane?.by === "items" || lane?.by === "line";

/** Puts items without days on a lane, from a day on; in lanes by what comes from their needs they stand by that alone. */
export function placedOn(lane: LaneKey, ids: string[], day: number): Operation | null {
  const edit = { field: "schedule", value: firstDates(day) } as const;
  const dated: Operation = { operation: "edit_items", ids, edit };
  const label = ids.length === 1 ? "Schedule item" : `Schedule ${ids.length} items`;
  switch (lane.by) {
    case "items": {
      const given = lane.values.filter((value) => !comesFromNeeds(value));
      const moved: Operation = { operation: "move_items", ids, days: 0, lane: given };
      return { operation: "batch", label, operations: [dated, moved] };
    }
    case "line":
      return { operation: "batch", label, operations: [dated] };
    case "horizon":
      return { operation: "edit_items", ids, edit: horizonOf(lane) };
    case "milestones":
      return null;
  }
}

/** What an item has by the needs that it serves, and by nothing that is done to itself. */
const comesFromNeeds = ({ field }: AspectValue): boolean => field === "customer" || field === "importance";

/** The horizon of what stands in a lane; null if it says nothing of that, or that there is none. */
export function horizonIn(lane: LaneKey | null | undefined): Horizon | null {
  if (lane?.by === "horizon") return lane.horizon;
  const values = lane?.by === "items" ? lane.values : [];
  return values.find((value) => value.field === "horizon")?.value ?? null;
}

/** Adds an item that is drawn on a lane, if it has by its needs what comes from those in all that stands there. */
export function addedOn(lane: LaneKey | null | undefined, item: NewItem): Operation {
  const operation: Operation = { operation: "add_item", item };
  const values = lane?.by === "items" ? lane.values : [];
  const followed = values.filter((value) => comesFromNeeds(value) && value.value !== null);
  if (followed.length === 0) return operation;
  const holds: Operation = { operation: "move_items", ids: [item.id], days: 0, lane: followed };
  const label = `Add ${KIND_WORDS[item.kind].toLowerCase()}`;
  return { operation: "batch", label, operations: [operation, holds] };
}

/** The fields that an item gets that is drawn on a lane. */
export function fieldsOf(lane: LaneKey): Partial<NewItem> {
  const values = lane.by === "items" ? lane.values : [];
  return Object.assign({}, ...values.map((value) => fieldOf(value)));
}

function fieldOf({ field, value }: AspectValue): Partial<NewItem> {
  switch (field) {
    case "need":
      return value === null ? {} : { needs: [{ need: value, fulfilment: "fully" }] };
    case "goal":
      return value === null ? {} : { goals: [value] };
    // What is drawn has days and no horizon; a customer and an importance it has by its needs.
    case "horizon":
    case "customer":
    case "importance":
      return {};
    default:
      return { [field]: value };
  }
}

export const isSameLane = (one: LaneKey | undefined, other: LaneKey | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const horizonOf = ({ horizon }: LaneKey & { by: "horizon" }) =>
  ({ field: "schedule", value: { kind: "horizon", horizon } }) as const;
