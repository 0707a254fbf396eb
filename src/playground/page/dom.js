/**
 * @typedef {string | number | Node | null | undefined | false} Child
 */

/**
 * An element. Properties that begin with `on` are listeners, `html` is markup that the server has made safe, `data` goes to
 * the dataset; `false` and `undefined` leave an attribute out, `true` sets it empty.
 *
 * @param {string} name tag, with classes behind dots: `button.send`
 * @param {Record<string, any>} [props]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
export function h(name, props = {}, ...children) {
  const [tag = "div", ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(props)) setProperty(element, key, value);
  element.append(...children.flat().filter(isShown));
  return element;
}

/** @param {Child} child @returns {child is string | Node} */
const isShown = (child) => child !== null && child !== undefined && child !== false && child !== "";

/** @param {HTMLElement} element @param {string} key @param {any} value */
function setProperty(element, key, value) {
  if (value === undefined || value === false) return;
  if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
  else if (key === "html") element.innerHTML = value;
  else if (key === "data") Object.assign(element.dataset, value);
  else element.setAttribute(key, value === true ? "" : String(value));
}

/** The element with this id; its absence is a mistake of ours. @param {string} id @returns {HTMLElement} */
export function byId(id) {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`no element #${id}`);
  return element;
}

/** Two letters and a colour that stay with a name. @param {string} name @param {number} id */
export function avatar(name, id) {
  const hue = (Math.abs(id) * 47) % 360;
  const letters = [...name.trim()].slice(0, 1).join("").toUpperCase();
  const element = h("span.avatar", { "aria-hidden": "true" }, letters);
  element.style.setProperty("--hue", String(hue));
  return element;
}
