/** The wire for tests in a browser: the same requests over HTTP to the bridge in crates/testkit. */
import { type Answer, type Backend, type Desktop, type Method, type Request, refusalOf } from "./backend";
import { copyText, readText } from "./clipboard";

export const httpBackend: Backend = {
  async call<M extends Method>(method: M, request: Request<M>): Promise<Answer<M>> {
    const response = await fetch(`/api/${method}`, { method: "POST", body: JSON.stringify(request) });
    const answer: unknown = await response.json();
    if (!response.ok) throw refusalOf(answer);
    return answer as Answer<M>;
  },
};

/** A browser has no dialogs for paths on the machine of the bridge; the user types them. */
export const browserDesktop: Desktop = {
  chooseFile: (title) => Promise.resolve(window.prompt(title)),
  chooseTarget: (title, suggested) => Promise.resolve(window.prompt(title, suggested)),
  openAddress(address) {
    window.open(address, "_blank", "noopener");
    return Promise.resolve();
  },
  copyText,
  readText,
  setTitle: () => Promise.resolve(),
  // A browser has a zoom of its own, which belongs to whoever sits at it.
  magnify: () => Promise.resolve(1),
  takeOpened: () => Promise.resolve([]),
  onOpened() {},
  onDropped() {},
  onClose() {},
};
