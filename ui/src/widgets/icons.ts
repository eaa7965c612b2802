/** Line icons on a 20-unit grid, as path data; drawn with a 1.6 stroke. */
export const ICONS = {
  roadmap: "M3 5h6M6 10h8M9 15h8",
  undo: "M8 5 4 9l4 4M4 9h8a4 4 0 0 1 0 8h-2",
  redo: "m12 5 4 4-4 4M16 9H8a4 4 0 0 0 0 8h2",
  plus: "M10 4v12M4 10h12",
  export:
    "M11 3H6a1.5 1.5 0 0 0-1.5 1.5v11A1.5 1.5 0 0 0 6 17h8a1.5 1.5 0 0 0 1.5-1.5V7.5zM11 3v4.5h4.5M10 9.5v5M8 12.5l2 2 2-2",
  import: "M4 13v2.5A1.5 1.5 0 0 0 5.5 17h9a1.5 1.5 0 0 0 1.5-1.5V13M10 3v9M6.5 8.5 10 12l3.5-3.5",
  tray: "M3 11h4l1.5 2.5h3L13 11h4M3 11l2-6h10l2 6v4a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1z",
  themes: "M4 4h12v4H4zM4 12h7v4H4z",
  settings: "M4 6h7M15 6h1M4 14h1M9 14h7M11 4v4M5 12v4",
  open: "M3 15V5.5A1.5 1.5 0 0 1 4.5 4H8l2 2h5.5A1.5 1.5 0 0 1 17 7.5V15a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1z",
  close: "m5 5 10 10M15 5 5 15",
  milestone: "m10 3 7 7-7 7-7-7z",
  warning: "M10 3 18 17H2zM10 8v4M10 14.5v.01",
  sun: "M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7M10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.5 4.5l1 1M14.5 14.5l1 1M4.5 15.5l1-1M14.5 5.5l1-1",
  moon: "M16 11.5A6.5 6.5 0 0 1 8.5 4a6.5 6.5 0 1 0 7.5 7.5",
  search: "M9 4a5 5 0 1 1 0 10A5 5 0 0 1 9 4M13 13l4 4",
  keyboard: "M3 6h14v9H3zM6 9v.01M9 9v.01M12 9v.01M14.5 9v.01M7 12h6",
  pencil: "m4 16 .8-3.6L13.5 3.7a1.3 1.3 0 0 1 1.8 0l1 1a1.3 1.3 0 0 1 0 1.8L7.6 15.2zM12 5.2 14.8 8",
  trash: "M4 6h12M8 6V4h4v2M6 6l.7 10h6.6L14 6",
  up: "m5 12 5-5 5 5",
  down: "m5 8 5 5 5-5",
  check: "m4 10.5 4 4 8-9",
  calendar: "M4 5.5h12v11H4zM4 9h12M7 3.5v3M13 3.5v3",
  left: "m12 5-5 5 5 5",
  right: "m8 5 5 5-5 5",
  grip: "M8 5v.01M8 10v.01M8 15v.01M12 5v.01M12 10v.01M12 15v.01",
  leave: "M11.5 4H16v4.5M16 4l-7 7M14 11.5V15a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h3.5",
  file: "M11 3H6a1.5 1.5 0 0 0-1.5 1.5v11A1.5 1.5 0 0 0 6 17h8a1.5 1.5 0 0 0 1.5-1.5V7.5zM11 3v4.5h4.5",
} as const;

export type IconName = keyof typeof ICONS;
