// The one place for Remix options; vite.config.ts hands this object to the Remix Vite plugin.
/** @type {import("@remix-run/dev").VitePluginConfig} */
export default {
  appDirectory: "app",
  // server/build.js builds aside and moves the finished build into place.
  buildDirectory: process.env.BUILD_DIRECTORY || "build",
  ignoredRouteFiles: ["**/.*", "**/*.test.{ts,tsx}"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_singleFetch: false, // turbo-stream 2.x gets no fixes
    v3_lazyRouteDiscovery: false, // no unauthenticated manifest endpoint
    unstable_optimizeDeps: true,
  },
};
