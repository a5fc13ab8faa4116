/**
 * For esbuild: whoever imports `core/libraries.ts` asks for the bundle `libraries.js` beside its own
 * (`io/load-bundle.ts`).
 */
export const librariesApart = {
  name: "libraries-apart",
  setup(build) {
    build.onResolve({ filter: /\/libraries\.ts$/ }, ({ kind }) =>
      kind === "entry-point" ? undefined : { path: "./libraries.js", external: true },
    );
  },
};
