/**
 * What the TypeScript kernel and the WebAssembly kernel must agree on to the last bit: where each number lies, and the constants.
 * Plain constants only: the AssemblyScript compiler reads this file too (packages/model/wasm/kernel.ts). Integers are indices.
 */

// State of a member at 1 January: the places of one row.

/** Carbon boxes 0..3, Gt CO2 above the baseline. */
export const BOX = 0;
/** Methane above the baseline, Mt. */
export const METHANE = 4;
/** Forcing as the energy balance sees it, lagged by γ, W/m². */
export const LAGGED = 5;
/** Temperature of the three layers, K: surface first. */
export const LAYER = 6;
export const STATE_SIZE = 9;

// One year of a scenario: the places of one row. "New" figures are those at the end of the year.

/** CO2 emitted, Gt (fossil and land). */
export const CO2_EMITTED = 0;
/** CO2 emitted before this year since 1750, Gt. */
export const CO2_CUMULATIVE = 1;
/** CH4 emitted above the natural baseline, Mt. */
export const CH4_EMITTED = 2;
/** Factor of the methane lifetime from NOx, VOC, N2O and EESC. */
export const CH4_CHEMISTRY = 3;
/** √N of the new N2O concentration N, ppb. */
export const ROOT_N2O = 4;
/** √N − √N_reference. */
export const ROOT_N2O_CHANGE = 5;
/** SO2, BC and OC emitted, Mt: for aerosol-cloud interactions. */
export const SULFUR = 6;
export const BLACK_CARBON = 7;
export const ORGANIC_CARBON = 8;
/**
 * Figures in which forcing is linear; each has a coefficient per member. SO2, BC, OC, NH3, NOx, VOC, CO above their baselines (Mt);
 * new N2O (ppb) and EESC (ppt) above theirs; minor greenhouse gases (W/m²); land CO2 emitted since 1750 (Gt); solar and volcanic (W/m²).
 */
export const LINEAR = 9;
export const LINEAR_SIZE = 13;
export const ROW_SIZE = 22;

// Coefficients of a member: the places of one row.

/** iIRF100 = r0 + rU·uptake + rT·T + rA·airborne: the four r, years, years/Gt, years/K, years/Gt. */
export const IIRF = 0;
/** Baseline CO2, ppm. */
export const CO2_BASELINE = 4;
/** forcing_scale · (1 + tropospheric adjustment) of CO2, CH4, N2O. */
export const SCALE_CO2 = 5;
export const SCALE_CH4 = 6;
export const SCALE_N2O = 7;
/** Aerosol, ozone and stratospheric water vapour per ppb of CH4, W/m²/ppb. */
export const PER_METHANE = 8;
/** What CO2, CH4 and N2O would force at their baselines by the formula, W/m²: taken off. */
export const FORCING_OFFSET = 9;
/** Aerosol-cloud interactions: β, W/m²; the logarithm at the baseline; sensitivities to SO2, BC, OC, yr/Mt. */
export const CLOUD_SCALE = 10;
export const CLOUD_BASELINE = 11;
export const CLOUD_SENSITIVITY = 12;
/** One per figure of LINEAR. */
export const PER_LINEAR = 15;
/** Energy balance: a00, then rows 1..3 of A (each of 4), then b0..b3. */
export const EBM = 28;
export const MEMBER_SIZE = 45;

// What all members share: the places of the one row.

/** 1/g0 and −1/g1 of CO2: 1/α = exp(−iIRF/g1)/g0. */
export const G0_INVERSE = 0;
export const G1_INVERSE_NEGATIVE = 1;
/** 1/τ and p·τ of the four carbon boxes, 1/yr and yr. */
export const BOX_RATE = 2;
export const BOX_GAIN = 6;
/** Concentration per mass: ppm/Gt CO2, ppb/Mt CH4. */
export const CO2_PER_MASS = 10;
export const CH4_PER_MASS = 11;
/** Baseline CH4, ppb. */
export const CH4_BASELINE = 12;
/** 1/τ and τ of methane, 1/yr and yr. */
export const CH4_RATE = 13;
export const CH4_LIFETIME = 14;
/** Sensitivities of the methane lifetime to CH4 (1/ppb) and temperature (1/K). */
export const CH4_SENSITIVITY = 15;
export const CH4_TEMPERATURE = 16;
/** Ozone forcing per K of surface warming, W/m²/K. */
export const OZONE_TEMPERATURE = 17;
export const SHARED_SIZE = 18;

/** iIRF100 cannot exceed the horizon it is counted over, years. */
export const IIRF_LIMIT = 100;

// Greenhouse gas forcing of Meinshausen et al. (2020), GMD 13, 3571, table 3: W/m², ppm, ppb. C_r, M_r, N_r are 1750 of that paper.

export const CO2_REFERENCE = 277.15;
export const ROOT_CH4_REFERENCE = 27.04459280521709;
export const A1 = -2.4785e-7;
export const B1 = 7.5906e-4;
export const C1 = -2.1492e-3;
export const D1 = 5.2488;
export const A2 = -3.4197e-4;
export const B2 = 2.5455e-4;
export const C2 = -2.4357e-4;
export const D2 = 0.12173;
export const A3 = -8.9603e-5;
export const B3 = -1.2462e-4;
export const D3 = 0.045194;
/** C_max − C_r = −b1/(2 a1): where the strength of CO2 stops growing, ppm. */
export const CO2_SPAN = 1531.289086140811;
/** 1/C_r. */
export const CO2_REFERENCE_INVERSE = 0.003608154429009562;
