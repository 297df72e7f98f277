// How far a binding is, step by step. What each step shows is decided in lib/binding.js.
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    /** Of `{ key, state, title, about, badge, facts, spoken }`. */
    steps: { type: Array, value: [] },
  },
})
