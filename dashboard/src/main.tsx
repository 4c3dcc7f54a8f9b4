import { render } from 'preact'
import './style/page.css'
import './style/wall.css'
import { App } from './app.tsx'
import { followLinks } from './state/address.ts'

followLinks()
render(<App />, document.getElementById('page')!)
