/** Who may import whom inside src. A folder may use itself and the folders listed after it, nothing else. */
const MAY_IMPORT = {
  app: ["views", "state", "datasets", "i18n", "ui"],
  imports: ["pack", "analysis", "domain", "i18n"],
  pack: ["datasets", "indicators", "analysis", "domain"],
  exports: ["scene", "indicators", "analysis", "domain", "i18n"],
  views: [
    "imports",
    "pack",
    "exports",
    "render",
    "charts",
    "scene",
    "state",
    "datasets",
    "indicators",
    "analysis",
    "domain",
    "ui",
    "i18n",
  ],
  render: ["scene", "analysis", "domain", "ui", "i18n"],
  charts: ["analysis", "domain", "i18n"],
  scene: ["indicators", "analysis", "domain", "i18n"],
  state: ["indicators", "domain", "i18n"],
  datasets: ["domain"],
  indicators: ["analysis", "domain", "i18n"],
  analysis: ["domain"],
  ui: [],
  i18n: ["domain"],
  domain: [],
};

const folders = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  name: `src/${folder} imports only ${allowed.join(", ") || "itself"}`,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: { path: "^(src|scripts|test)/", pathNot: `^src/(${[folder, ...allowed].join("|")})/` },
}));

/** A package that only some folders may touch, as a value or as a type. `owners` null: nobody in src. */
const only = (name, module, owners) => ({
  name,
  severity: "error",
  from: { path: "^src/", ...(owners === null ? {} : { pathNot: owners }) },
  to: { path: `node_modules/(${module})/` },
});

module.exports = {
  folders: Object.keys(MAY_IMPORT),
  forbidden: [
    ...folders,
    {
      name: "every file of src lies in a known folder",
      severity: "error",
      from: {},
      to: { path: "^src/", pathNot: `^src/(${Object.keys(MAY_IMPORT).join("|")})/` },
    },
    { name: "no cycles", severity: "error", from: { path: "^(src|scripts)/" }, to: { circular: true } },
    {
      name: "scripts draw with the app's own code, without its shell or its map library",
      severity: "error",
      from: { path: "^scripts/" },
      to: { path: "^src/(app|render/gl)/" },
    },
    {
      name: "scripts may not lean on tests",
      severity: "error",
      from: { path: "^scripts/" },
      to: { path: "^test/" },
    },
    only("only src/render/gl touches the map libraries", "maplibre-gl|@deck\\.gl", "^src/render/gl/"),
    only("only src/analysis and src/pack touch turf", "@turf", "^src/(analysis|pack)/"),
    only("only src/views/explore/draw touches terra-draw", "terra-draw", "^src/views/explore/draw/"),
    only("only src/domain/schema.ts touches zod", "zod", "^src/domain/schema\\.ts$"),
    only(
      "domain, analysis, indicators, scene, datasets, pack, imports, exports and i18n know no React",
      "react|react-dom",
      "^src/(ui|charts|render|views|app|state)/",
    ),
    only("only src/imports and src/pack touch papaparse", "papaparse", "^src/(imports|pack)/"),
    only("only src/imports reads workbooks", "@e965/xlsx", "^src/imports/"),
    only(
      "only src/imports/layers reads maps and knows their systems",
      "proj4|shpjs|@tmcw/togeojson|@xmldom",
      "^src/imports/layers/",
    ),
    only("only src/imports and src/exports touch fflate", "fflate", "^src/(imports|exports)/"),
    only(
      "tools of the build stay out of the app",
      "@resvg|fontkit|geotiff|pngjs|playwright-core|topojson-server|topojson-simplify",
      null,
    ),
    {
      name: "every import resolves",
      severity: "error",
      from: { path: "^(src|scripts)/" },
      to: { couldNotResolve: true },
    },
  ],
};
