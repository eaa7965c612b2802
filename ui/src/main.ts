import { mount } from "svelte";

import App from "./App.svelte";
import { Milepost } from "./milepost.svelte";
import { choosePorts } from "./ports";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/forced-colours.css";
import "./styles/chart.css";
import "./styles/linked.css";
import "./styles/table.css";

const target = document.getElementById("app");
if (!target) throw new Error("index.html has no place for the app");
const { backend, desktop } = await choosePorts();
mount(App, { target, props: { milepost: new Milepost(backend, desktop) } });
