/** What ARIA 1.3 has that the types of Svelte do not have yet. */
import "svelte/elements";

declare module "svelte/elements" {
  interface AriaAttributes {
    "aria-description"?: string | undefined;
  }
}
