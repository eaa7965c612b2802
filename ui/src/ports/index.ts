/** Chooses the wire: Tauri's inside the app, HTTP for tests in a browser. */
import type { Backend, Desktop } from "./backend";

export async function choosePorts(): Promise<{ backend: Backend; desktop: Desktop }> {
  if ("__TAURI_INTERNALS__" in window) {
    const { tauriBackend, tauriDesktop } = await import("./tauri-backend");
    return { backend: tauriBackend, desktop: tauriDesktop };
  }
  const { httpBackend, browserDesktop } = await import("./http-backend");
  return { backend: httpBackend, desktop: browserDesktop };
}
