/**
 * What the front end asks of the program behind it. One method table, generated from the api crate; which wire it
 * goes over is not known here.
 */
import type { ApiError } from "../bindings/ApiError";
import type { Methods } from "../bindings/Methods";
import type { Address } from "./address";

export type Method = keyof Methods;
export type Request<M extends Method> = Methods[M][0];
export type Answer<M extends Method> = Methods[M][1];

export interface Backend {
  /** Carries out a request. Rejects with a `Refusal`. */
  call<M extends Method>(method: M, request: Request<M>): Promise<Answer<M>>;
}

/** What the desktop around the page can do. */
export interface Desktop {
  /** Asks for an existing file; null if the user thinks better of it. */
  chooseFile(title: string, filters: FileFilter[]): Promise<string | null>;
  /** Asks where to put a file; null if the user thinks better of it. */
  chooseTarget(title: string, suggested: string, filters: FileFilter[]): Promise<string | null>;
  /** Opens an address in the program that the system has for it. Rejects if there is none. */
  openAddress(address: Address): Promise<void>;
  /**
   * Puts text on the clipboard, or text that is on its way; to be called right as something is pressed. Rejects if it
   * did not get there.
   */
  copyText(text: string | Promise<string>): Promise<void>;
  /** The text on the clipboard. Rejects where the webview keeps it from the page. */
  readText(): Promise<string>;
  setTitle(title: string): Promise<void>;
  /**
   * Shows the whole page so many times larger than usual. Resolves to how many times more pixels a point then has than
   * `devicePixelRatio` says.
   */
  magnify(times: number): Promise<number>;
  /** Plans that the system has asked to open since the last time, oldest first. */
  takeOpened(): Promise<string[]>;
  /** Calls back whenever the system asks to open plans. */
  onOpened(callback: () => void): void;
  /** Calls back with the paths of files that are dropped on the window. */
  onDropped(callback: (paths: readonly string[]) => void): void;
  /** Asks back whenever somebody wants the window closed; it closes if the answer is true. */
  onClose(mayClose: () => Promise<boolean>): void;
}

export interface FileFilter {
  name: string;
  extensions: string[];
}

/** A request that was not carried out, in words for the user. */
export class Refusal extends Error {
  constructor(readonly error: ApiError) {
    super(error.message);
    this.name = "Refusal";
  }
}

/** Whether the plan's file did not take a change, so that the plan is to be saved elsewhere or opened again. */
export function isNotSaved(thrown: unknown): boolean {
  const { code } = refusalOf(thrown).error;
  return code === "not_saved" || code === "changed_elsewhere";
}

/** Takes whatever was thrown for a refusal, so that everything can be shown to the user. */
export function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown) {
    return new Refusal(thrown as ApiError);
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Refusal({
    code: "defect",
    message,
    hint: "Please report this with the details.",
  });
}
