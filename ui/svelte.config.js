import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";

// Styles are plain, and what is done to all style sheets is done once, after they are scoped.
export default { preprocess: vitePreprocess({ style: false }) };
