/** Which files are plans, for the dialogs of the system. */
export const PLAN_FILES = [{ name: "Milepost plans", extensions: ["milepost"] }];

export const withEnding = (path: string): string => (/\.milepost$/i.test(path) ? path : `${path}.milepost`);
