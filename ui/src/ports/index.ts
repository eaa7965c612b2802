/** Chooses the wire: Tauri's inside the app, HTTP for tests in a browser. */
import type { Backend, Desktop } from "./backend";
import { inTurn } from "./in-turn";
import { oneDialog } from "./one-dialog";

export async function choosePorts(): Promise<{ backend: Backend; desktop: Desktop }> {
  if ("__TAURI_INTERNALS__" in window) {
    const { tauriBackend, tauriDesktop, sayForTheWebView } = await import("./tauri-backend");
    sayForTheWebView();
    return { backend: inTurn(tauriBackend), desktop: oneDialog(tauriDesktop) };
  }
  const { httpBackend, browserDesktop } = await import("./http-backend");
  return { backend: inTurn(httpBackend), desktop: oneDialog(browserDesktop) };
}
