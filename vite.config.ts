import optimizeLocales from "@react-aria/optimize-locales-plugin";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [
    remix(remixConfig),
    // React Aria carries its own strings in thirty languages; a browser needs these three.
    { ...optimizeLocales.vite({ locales: ["fi-FI", "sv-SE", "en-US"] }), enforce: "pre" },
  ],
  build: { target: "es2022" }, // no client source maps: they would be public
});
