/** The wire inside the desktop app; the only file that knows Tauri. */
import { invoke } from "@tauri-apps/api/core";
import { TauriEvent, listen } from "@tauri-apps/api/event";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import { getCurrentWindow } from "@tauri-apps/api/window";
import { open, save } from "@tauri-apps/plugin-dialog";
import { openUrl } from "@tauri-apps/plugin-opener";

import { type Answer, type Backend, type Desktop, type Method, type Request, refusalOf } from "./backend";
import { copyText, readText } from "./clipboard";
import { listenToLiveRegions } from "./live-regions";

export const tauriBackend: Backend = {
  async call<M extends Method>(method: M, request: Request<M>): Promise<Answer<M>> {
    try {
      // The content travels as text that Rust reads once, without a detour over Tauri's own values.
      return await invoke<Answer<M>>("call", { method, request: JSON.stringify(request) });
    } catch (thrown) {
      throw refusalOf(thrown);
    }
  },
};

export const tauriDesktop: Desktop = {
  async chooseFile(title, filters) {
    return await open({ title, filters, multiple: false, directory: false });
  },
  async chooseTarget(title, suggested, filters) {
    return await save({ title, filters, defaultPath: suggested });
  },
  async openAddress(address) {
    await openUrl(address);
  },
  copyText,
  readText,
  async setTitle(title) {
    await getCurrentWindow().setTitle(title);
  },
  async magnify(times) {
    await getCurrentWebview().setZoom(times);
    return countsZoomIn() ? 1 : times;
  },
  async takeOpened() {
    return await invoke<string[]>("take_opened");
  },
  onOpened(callback) {
    void listen("plans-opened", callback);
  },
  onDropped(callback) {
    void listen<{ paths: string[] }>(TauriEvent.DRAG_DROP, ({ payload }) => callback(payload.paths));
  },
  onClose(mayClose) {
    void listen("close-asked", async () => {
      await invoke("answer_close", { closes: await mayClose() });
    });
  },
};

/** Lets the desktop say to screen readers what the web view of Linux keeps to itself. */
export function sayForTheWebView(): void {
  if (navigator.userAgent.includes("Linux"))
    listenToLiveRegions(document, (text) => void invoke("announce", { text }));
}

/** Whether `devicePixelRatio` follows the zoom of the page, as it does in Chromium and never in WebKit. */
const countsZoomIn = (): boolean => navigator.userAgent.includes("Chrome/");
