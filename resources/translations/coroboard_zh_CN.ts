<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>DeviceOutput</name>
    <message>
        <source>No sound device was found.</source>
        <translation>未找到音频设备。</translation>
    </message>
    <message>
        <source>%1 does not take our sound.</source>
        <translation>%1 不接受我们的声音格式。</translation>
    </message>
    <message>
        <source>%1 cannot be opened.</source>
        <translation>无法打开 %1。</translation>
    </message>
</context>
<context>
    <name>HelpPages</name>
    <message>
        <source>real</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>press</source>
        <translation>按压</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Every call of MicroPython that this version knows of. What is absent raises an exception by name; nothing answers 0 without a word.</source>
        <translation>此版本所知的全部 MicroPython 调用。缺失的调用会抛出写明名称的异常，绝不会悄悄返回 0。</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>(the module)</source>
        <translation>（整个模块）</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Every part that a board can carry, by the name its profile uses.</source>
        <translation>开发板可以搭载的全部部件，以配置文件中的名称列出。</translation>
    </message>
    <message>
        <source>Pins:</source>
        <translation>引脚：</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>控件</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Not modelled:</source>
        <translation>未模拟：</translation>
    </message>
    <message>
        <source>The keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Everything can be done without a mouse: Alt and the underlined letter open a menu, Tab goes from one thing to the next.</source>
        <translation>一切操作都可以不用鼠标：按 Alt 和带下划线的字母打开菜单，按 Tab 移到下一项。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>On the board</source>
        <translation>在开发板上</translation>
    </message>
    <message>
        <source>While the board has the focus, the keys printed beside its buttons press them.</source>
        <translation>当开发板获得焦点时，按键旁印着的字母键可以按下它们。</translation>
    </message>
    <message>
        <source>In the console</source>
        <translation>在控制台中</translation>
    </message>
    <message>
        <source>interrupts the program; copies when text is selected</source>
        <translation>中断程序；选中文本时则复制</translation>
    </message>
    <message>
        <source>end of input</source>
        <translation>输入结束</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>ProjectTemplate</name>
    <message>
        <source>this board has no LED on a pin</source>
        <translation>此开发板的引脚上没有 LED</translation>
    </message>
    <message>
        <source>this board has no push button</source>
        <translation>此开发板没有按键</translation>
    </message>
    <message>
        <source>this board has no analogue sensor</source>
        <translation>此开发板没有模拟传感器</translation>
    </message>
    <message>
        <source>a project&apos;s name is a folder&apos;s name: not empty, no &apos;/&apos;, no &apos;.&apos; in front</source>
        <translation>项目名就是文件夹名：不能为空，不能含“/”，不能以“.”开头</translation>
    </message>
    <message>
        <source>%1 is there already and not empty</source>
        <translation>%1 已存在且不为空</translation>
    </message>
    <message>
        <source>%1 cannot be made</source>
        <translation>无法创建 %1</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>%1: cannot be written: %2</source>
        <translation>%1：无法写入：%2</translation>
    </message>
</context>
<context>
    <name>SourceFile</name>
    <message>
        <source>is a folder</source>
        <translation>是一个文件夹</translation>
    </message>
    <message>
        <source>is larger than 4 MiB, more than a program can be</source>
        <translation>大于 4 MiB，超出程序的上限</translation>
    </message>
    <message>
        <source>is not a text file</source>
        <translation>不是文本文件</translation>
    </message>
    <message>
        <source>is not UTF-8 text</source>
        <translation>不是 UTF-8 文本</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::AboutDialog</name>
    <message>
        <source>It stands on</source>
        <translation>所用软件</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>About Coroboard</source>
        <translation>关于 Coroboard</translation>
    </message>
    <message>
        <source>&lt;h2&gt;Coroboard %1&lt;/h2&gt;A desktop simulator of a sensor board for MicroPython with &lt;i&gt;async&lt;/i&gt; and &lt;i&gt;await&lt;/i&gt;: see the event loop itself.</source>
        <translation>&lt;h2&gt;Coroboard %1&lt;/h2&gt;面向 MicroPython &lt;i&gt;async&lt;/i&gt;/&lt;i&gt;await&lt;/i&gt; 的桌面传感器开发板模拟器：让事件循环本身清晰可见。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>The desktop app is free software under the GNU General Public License, version 3 or later. The engine, the command line, the boards and the examples are under the MIT licence.</source>
        <translation>桌面应用是自由软件，采用 GNU 通用公共许可证第 3 版或更高版本。引擎、命令行工具、开发板和示例采用 MIT 许可证。</translation>
    </message>
    <message>
        <source>Qt %1 runs it here. There is no warranty, to the extent the law permits.</source>
        <translation>此处运行于 Qt %1。在法律允许的范围内，不提供任何担保。</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::BoardEditor</name>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>Duplicate %1</source>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>Remove the wire of %1</source>
        <translation>移除 %1 的连线</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>Rotate %1</source>
        <translation>旋转 %1</translation>
    </message>
    <message>
        <source>Wire %1 to %2</source>
        <translation>将 %1 连接到 %2</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>将 %1 重命名为 %2</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>调整 %1 的大小</translation>
    </message>
    <message>
        <source>Name %1</source>
        <translation>命名 %1</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>%1 的按键</translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translation>更改 %2 的 %1</translation>
    </message>
    <message>
        <source>%1 parts</source>
        <translation>%1 个部件</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::BoardPanel</name>
    <message>
        <source>Show the next problem</source>
        <translation>显示下一个问题</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::BoardView</name>
    <message>
        <source>Board</source>
        <translation>开发板</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::ButtonItem</name>
    <message>
        <source>Pressed</source>
        <translation>已按下</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>已松开</translation>
    </message>
    <message>
        <source>Ctrl-click keeps it down</source>
        <translation>按住 Ctrl 点击可保持按下</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::BuzzerItem</name>
    <message>
        <source>sounds at %1, duty %2 %</source>
        <translation>正在发声：%1，占空比 %2 %</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>静音</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::CodeEditor</name>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::CompletionPopup</name>
    <message>
        <source>Names that can follow</source>
        <translation>可以接着输入的名称</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::ConsolePanel</name>
    <message>
        <source>Plot the numbers that are printed</source>
        <translation>把打印的数字画成曲线</translation>
    </message>
    <message>
        <source>Hold the plot still</source>
        <translation>停住曲线</translation>
    </message>
    <message>
        <source>Find in the console</source>
        <translation>在控制台中查找</translation>
    </message>
    <message>
        <source>Save what the console shows…</source>
        <translation>保存控制台的内容…</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Table (*.csv);;Picture (*.png)</source>
        <translation>表格 (*.csv);;图片 (*.png)</translation>
    </message>
    <message>
        <source>Text (*.txt *.log);;All files (*)</source>
        <translation>文本 (*.txt *.log);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save what the console shows</source>
        <translation>保存控制台的内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::ConsoleView</name>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>… %1 bytes were too many to show</source>
        <translation>… 有 %1 字节过多，未能显示</translation>
    </message>
    <message>
        <source>… %1 earlier lines are gone</source>
        <translation>… 更早的 %1 行已不在</translation>
    </message>
    <message>
        <source>The board&apos;s serial port. Click here and type: it goes to the program, and to Python&apos;s prompt when it has ended.</source>
        <translation>开发板的串口。点击这里输入：内容会发给程序；程序结束后，发给 Python 提示符。</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::ControlRow</name>
    <message>
        <source>What the program last read</source>
        <translation>程序最近一次读到的值</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>恢复为 %1</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>重置 %1</translation>
    </message>
    <message>
        <source>Hold to keep pressed</source>
        <translation>按住可保持按下</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>读到 %1</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>What is true: it follows with its own inertia</source>
        <translation>真实值:按自身惯性跟随</translation>
    </message>
    <message>
        <source>Let it move by itself</source>
        <translation>让它自行变化</translation>
    </message>
    <message>
        <source>Let %1 move by itself</source>
        <translation>让 %1 自行变化</translation>
    </message>
    <message>
        <source>It moves by itself: %1</source>
        <translation>正在自行变化:%1</translation>
    </message>
    <message>
        <source>is %1</source>
        <translation>实为 %1</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::DecodeForm</name>
    <message>
        <source>Decode</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>Decode a bus</source>
        <translation>解码总线</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Choose a pin for each line first</source>
        <translation>请先为每条线选择引脚</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::DockTitle</name>
    <message>
        <source>Hide (View menu shows it again)</source>
        <translation>隐藏（可从“视图”菜单重新显示）</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏 %1</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::EditCanvas</name>
    <message>
        <source>&amp;Rotate the part</source>
        <translation>旋转部件(&amp;R)</translation>
    </message>
    <message>
        <source>D&amp;uplicate the part</source>
        <translation>复制部件(&amp;U)</translation>
    </message>
    <message>
        <source>Re&amp;move the part or wire</source>
        <translation>移除部件或连线(&amp;M)</translation>
    </message>
    <message>
        <source>Board in edit mode</source>
        <translation>编辑模式下的开发板</translation>
    </message>
    <message>
        <source>on no wire: drag to a pin</source>
        <translation>未连线：拖到一个引脚</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>接在 %1</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::EditorPanel</name>
    <message>
        <source>untitled.py</source>
        <translation>未命名.py</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开的文件</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>关闭标签页</translation>
    </message>
    <message>
        <source>%1, not saved</source>
        <translation>%1，未保存</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::EncoderItem</name>
    <message>
        <source>Pressed</source>
        <translation>已按下</translation>
    </message>
    <message>
        <source>Drag to turn, click the middle to press</source>
        <translation>拖动以旋转，点击中央以按下</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::FindBar</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Match capital letters</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::HelpPanel</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Help page</source>
        <translation>帮助页面</translation>
    </message>
    <message>
        <source>Pages found</source>
        <translation>找到的页面</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::JoystickItem</name>
    <message>
        <source>Pressed</source>
        <translation>已按下</translation>
    </message>
    <message>
        <source>Drag the stick; with Ctrl it stays there. The right button presses it</source>
        <translation>拖动摇杆；按住 Ctrl 时保持不动。右键按下摇杆</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::KeypadItem</name>
    <message>
        <source>Ctrl-click keeps a key down</source>
        <translation>Ctrl 单击可保持按键按下</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::LaneList</name>
    <message>
        <source>Teal</source>
        <translation>青色</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation>赭色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Rose</source>
        <translation>玫瑰色</translation>
    </message>
    <message>
        <source>Moss</source>
        <translation>苔绿</translation>
    </message>
    <message>
        <source>Clay</source>
        <translation>陶土色</translation>
    </message>
    <message>
        <source>Slate</source>
        <translation>石板灰</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Higher</source>
        <translation>增高(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Lower</source>
        <translation>降低(&amp;L)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Decoder…</source>
        <translation>解码器(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::LaneModel</name>
    <message>
        <source>%1: F2 renames, Alt+Up and Alt+Down move, Delete removes</source>
        <translation>%1：F2 重命名，Alt+上/下移动，Delete 移除</translation>
    </message>
    <message>
        <source>Digital lane</source>
        <translation>数字通道</translation>
    </message>
    <message>
        <source>Analog lane</source>
        <translation>模拟通道</translation>
    </message>
    <message>
        <source>Decoded lane</source>
        <translation>已解码通道</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::LedItem</name>
    <message>
        <source>Brightness: %1 %</source>
        <translation>亮度：%1 %</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::LightGridItem</name>
    <message>
        <source>%1 lights</source>
        <translation>%1 个灯</translation>
    </message>
    <message>
        <source>takes %1 mA</source>
        <translation>耗电 %1 mA</translation>
    </message>
    <message>
        <source>bits outside the data sheet&apos;s times: %1</source>
        <translation>超出数据手册时序的位数：%1</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::Locator</name>
    <message>
        <source>Go to a symbol, a file or a line</source>
        <translation>转到符号、文件或行</translation>
    </message>
    <message>
        <source>A symbol or a file; “:12” is a line</source>
        <translation>符号或文件；“:12”表示行</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::MainWindow</name>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Sensors</source>
        <translation>传感器</translation>
    </message>
    <message>
        <source>Event loop</source>
        <translation>事件循环</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>The simulation is too busy to take commands.</source>
        <translation>模拟过于繁忙，无法接收命令。</translation>
    </message>
    <message>
        <source>S&amp;tart page</source>
        <translation>起始页(&amp;T)</translation>
    </message>
    <message>
        <source>New pro&amp;ject…</source>
        <translation>新建项目(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;New program</source>
        <translation>新建程序(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Open &amp;board…</source>
        <translation>打开开发板(&amp;B)…</translation>
    </message>
    <message>
        <source>Open the board&apos;s &amp;demo</source>
        <translation>打开开发板演示(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Find and replace</source>
        <translation>查找和替换(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Step to the next resume of a &amp;coroutine</source>
        <translation>步进到下一次协程恢复(&amp;C)</translation>
    </message>
    <message>
        <source>Step to the next e&amp;vent</source>
        <translation>步进到下一个事件(&amp;V)</translation>
    </message>
    <message>
        <source>Step by one &amp;millisecond</source>
        <translation>步进一毫秒(&amp;M)</translation>
    </message>
    <message>
        <source>R&amp;eset the board</source>
        <translation>复位开发板(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Interrupt (Ctrl-C in the console)</source>
        <translation>中断（控制台中的 Ctrl-C）(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Clear the console</source>
        <translation>清空控制台(&amp;C)</translation>
    </message>
    <message>
        <source>Show the &amp;board&apos;s own coroutines</source>
        <translation>显示开发板自身的协程(&amp;B)</translation>
    </message>
    <message>
        <source>Go to si&amp;gnals</source>
        <translation>转到信号(&amp;G)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fit the board</source>
        <translation>适合窗口(&amp;F)</translation>
    </message>
    <message>
        <source>Reset the &amp;layout</source>
        <translation>重置布局(&amp;L)</translation>
    </message>
    <message>
        <source>Prefere&amp;nces…</source>
        <translation>首选项(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Contents</source>
        <translation>目录(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;First steps: a tour</source>
        <translation>入门导览(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Lessons on async and await</source>
        <translation>async 与 await 课程(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>键盘(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Coroboard</source>
        <translation>关于 Coroboard(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Jump to</source>
        <translation>转到(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Board</source>
        <translation>开发板(&amp;B)</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>速度(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>开发板</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>As fast as possible</source>
        <translation>尽可能快</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>清除记录</translation>
    </message>
    <message>
        <source>before opening %1</source>
        <translation>再打开 %1</translation>
    </message>
    <message>
        <source>before starting a new one</source>
        <translation>再新建</translation>
    </message>
    <message>
        <source>Open a program</source>
        <translation>打开程序</translation>
    </message>
    <message>
        <source>Open a project folder</source>
        <translation>打开项目文件夹</translation>
    </message>
    <message>
        <source>Open a board</source>
        <translation>打开开发板</translation>
    </message>
    <message>
        <source>Board profiles (*.json)</source>
        <translation>开发板配置 (*.json)</translation>
    </message>
    <message>
        <source>Save the program</source>
        <translation>保存程序</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved. Save them %2?</source>
        <translation>%1 有未保存的更改。要先保存%2吗？</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>before closing</source>
        <translation>再关闭</translation>
    </message>
    <message>
        <source>The board</source>
        <translation>开发板</translation>
    </message>
    <message>
        <source>It runs now. Press its buttons, turn its knob, hover a pin. It can be used during this tour.</source>
        <translation>它正在运行。按按键、转旋钮、把鼠标移到引脚上。导览期间也可以操作。</translation>
    </message>
    <message>
        <source>The world around it</source>
        <translation>周围的世界</translation>
    </message>
    <message>
        <source>Drag a slider: the sensor feels it, the program reads it, the LEDs answer.</source>
        <translation>拖动滑块：传感器感受到，程序读到，LED 作出回应。</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>MicroPython. A blue mark shows each line where a coroutine is suspended right now.</source>
        <translation>MicroPython。蓝色标记显示此刻有协程挂起的每一行。</translation>
    </message>
    <message>
        <source>The event loop</source>
        <translation>事件循环</translation>
    </message>
    <message>
        <source>Every coroutine: what it waits for, and for how long. Open a row to see its await chain and its variables.</source>
        <translation>每个协程：在等什么、还要等多久。展开一行可以看到 await 链和变量。</translation>
    </message>
    <message>
        <source>The console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>What the program prints; and you can type to it.</source>
        <translation>程序的输出；你也可以向它输入。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Run, pause, step. Slow down to 0.1× and watch coroutines take turns; or let hours pass in seconds.</source>
        <translation>运行、暂停、步进。放慢到 0.1× 看协程轮流执行，或让几小时在几秒内过去。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Help has ten lessons on async and await, each a program to watch. The start page has examples and boards.</source>
        <translation>帮助里有十节 async 与 await 课程，每节都是可以观察的程序。起始页有示例和开发板。</translation>
    </message>
    <message>
        <source>a program without a name</source>
        <translation>未命名的程序</translation>
    </message>
    <message>
        <source>Unsaved text cannot be kept safe: %1</source>
        <translation>无法保护未保存的文本：%1</translation>
    </message>
    <message>
        <source>The text of %1 was not saved last time. It is kept.</source>
        <translation>%1 的文本上次没有保存，已为你保留。</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>before opening the other text</source>
        <translation>再打开另一份文本</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Back to the saved file</source>
        <translation>回到已保存的文件</translation>
    </message>
    <message>
        <source>The unsaved text of %1 is back; it has not been run.</source>
        <translation>%1 未保存的文本已恢复，尚未运行。</translation>
    </message>
    <message>
        <source>The board&apos;s file %1 changed on disk.</source>
        <translation>开发板文件 %1 在磁盘上已更改。</translation>
    </message>
    <message>
        <source>Load it</source>
        <translation>载入</translation>
    </message>
    <message>
        <source>%1 changed on disk, and it has changes here that are not saved.</source>
        <translation>%1 在磁盘上已更改，而这里也有未保存的更改。</translation>
    </message>
    <message>
        <source>Load from disk</source>
        <translation>从磁盘载入</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>%1 changed on disk and was loaded again.</source>
        <translation>%1 在磁盘上已更改，已重新载入。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>The board&apos;s file %1 was deleted or moved. The board goes on; it cannot be opened again from there.</source>
        <translation>开发板文件 %1 已被删除或移动。开发板继续运行，但无法再从该处打开。</translation>
    </message>
    <message>
        <source>%1 was deleted or moved on disk. Its text is still here.</source>
        <translation>%1 已被删除或移动，文本仍在这里。</translation>
    </message>
    <message>
        <source>Save it again</source>
        <translation>重新保存</translation>
    </message>
    <message>
        <source>Welcome! The demo is running: drag a sensor, press a button, and watch the coroutines below.</source>
        <translation>欢迎！演示正在运行：拖动传感器、按下按键，看看下方的协程。</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>开始导览</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>%1 is an example that comes with Coroboard and stays as it is.</source>
        <translation>%1 是 Coroboard 自带的示例，保持原样。</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>保存副本…</translation>
    </message>
    <message>
        <source>Step &amp;over</source>
        <translation>单步跳过(&amp;O)</translation>
    </message>
    <message>
        <source>Step in&amp;to</source>
        <translation>单步进入(&amp;T)</translation>
    </message>
    <message>
        <source>Step o&amp;ut</source>
        <translation>单步跳出(&amp;U)</translation>
    </message>
    <message>
        <source>Run to t&amp;he cursor</source>
        <translation>运行到光标处(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Breakpoint in this line</source>
        <translation>在此行设置断点(&amp;B)</translation>
    </message>
    <message>
        <source>Remove &amp;all breakpoints</source>
        <translation>移除所有断点(&amp;A)</translation>
    </message>
    <message>
        <source>Show the &amp;wires</source>
        <translation>显示连线(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Edit the board</source>
        <translation>编辑开发板(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Apply the changes</source>
        <translation>应用更改(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Save the board</source>
        <translation>保存开发板(&amp;S)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>This board has no file, so it cannot be edited.</source>
        <translation>此开发板没有文件，无法编辑。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>A folder for the board and its program</source>
        <translation>存放开发板及其程序的文件夹</translation>
    </message>
    <message>
        <source>The recording stays as it is; your board is %1 in the project.</source>
        <translation>录制文件保持不变；你的开发板是项目中的 %1。</translation>
    </message>
    <message>
        <source>The board that comes with Coroboard stays as it is; yours is %1 in the project.</source>
        <translation>Coroboard 自带的开发板保持不变；你的开发板是项目中的 %1。</translation>
    </message>
    <message>
        <source>The board has changes that are not saved. Save them %1?</source>
        <translation>开发板有未保存的更改。%1保存吗？</translation>
    </message>
    <message>
        <source>The changes of the board %1 were not saved last time. They are kept.</source>
        <translation>上次未保存开发板 %1 的更改，已为你保留。</translation>
    </message>
    <message>
        <source>The unsaved changes of the board %1 are back.</source>
        <translation>开发板 %1 未保存的更改已恢复。</translation>
    </message>
    <message>
        <source>Back to the saved board</source>
        <translation>回到已保存的开发板</translation>
    </message>
    <message>
        <source>before opening a board</source>
        <translation>打开开发板前</translation>
    </message>
    <message>
        <source>The board cannot run like this. Problems marked on it: %1</source>
        <translation>开发板无法这样运行。已标出的问题数：%1</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Save recordin&amp;g…</source>
        <translation>保存录制(&amp;G)…</translation>
    </message>
    <message>
        <source>Condition of the breakpoi&amp;nt…</source>
        <translation>断点的条件(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Watch what is selected</source>
        <translation>监视所选内容(&amp;W)</translation>
    </message>
    <message>
        <source>Breakpoint in line %1</source>
        <translation>第 %1 行的断点</translation>
    </message>
    <message>
        <source>n &gt; 3 and sensor.name == &apos;attic&apos;</source>
        <translation>n &gt; 3 and sensor.name == &apos;attic&apos;</translation>
    </message>
    <message>
        <source>Names, attributes, items, numbers, text, comparisons and len() are worked out without running the program. Calls are not: they would change what it does.</source>
        <translation>名称、属性、元素、数字、文本、比较和 len() 无需运行程序即可计算。调用则不会：它们会改变程序的行为。</translation>
    </message>
    <message>
        <source>Stop only &amp;when</source>
        <translation>仅在以下条件时停止(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Pass it so many times first</source>
        <translation>先经过这么多次(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Condition…</source>
        <translation>条件(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Remove the breakpoint</source>
        <translation>移除断点(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;omment in or out</source>
        <translation>注释或取消注释(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Indent</source>
        <translation>缩进(&amp;I)</translation>
    </message>
    <message>
        <source>Ind&amp;ent less</source>
        <translation>减少缩进(&amp;E)</translation>
    </message>
    <message>
        <source>Complete the n&amp;ame</source>
        <translation>补全名称(&amp;A)</translation>
    </message>
    <message>
        <source>Show the ar&amp;guments</source>
        <translation>显示参数(&amp;G)</translation>
    </message>
    <message>
        <source>Go to &amp;line…</source>
        <translation>转到行(&amp;L)…</translation>
    </message>
    <message>
        <source>Go to s&amp;ymbol or file…</source>
        <translation>转到符号或文件(&amp;Y)…</translation>
    </message>
    <message>
        <source>Go to &amp;definition</source>
        <translation>转到定义(&amp;D)</translation>
    </message>
    <message>
        <source>Find in all file&amp;s…</source>
        <translation>在所有文件中查找(&amp;S)…</translation>
    </message>
    <message>
        <source>%1 is no file of this program.</source>
        <translation>%1 不是此程序的文件。</translation>
    </message>
    <message>
        <source>There is no name at the cursor.</source>
        <translation>光标处没有名称。</translation>
    </message>
    <message>
        <source>Where %1 is defined is not known here.</source>
        <translation>此处不知道 %1 在哪里定义。</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Programs and recordings (*.py *.coro);;All files (*)</source>
        <translation>程序和录制 (*.py *.coro);;所有文件 (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) have changes that are not saved. Save them %1?</source>
        <translation>
            <numerusform>%n 个文件有未保存的更改。要%1保存吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>New f&amp;ile in the project…</source>
        <translation>在项目中新建文件(&amp;I)…</translation>
    </message>
    <message>
        <source>New &amp;folder in the project…</source>
        <translation>在项目中新建文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Re&amp;name the file…</source>
        <translation>重命名文件(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Delete the file</source>
        <translation>删除文件(&amp;D)</translation>
    </message>
    <message>
        <source>Sa&amp;ve all</source>
        <translation>全部保存(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Close the tab</source>
        <translation>关闭标签页(&amp;C)</translation>
    </message>
    <message>
        <source>Ne&amp;xt tab</source>
        <translation>下一个标签页(&amp;X)</translation>
    </message>
    <message>
        <source>Previo&amp;us tab</source>
        <translation>上一个标签页(&amp;U)</translation>
    </message>
    <message>
        <source>Run this &amp;file</source>
        <translation>运行此文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Open the file</source>
        <translation>打开文件(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Project files</source>
        <translation>项目文件(&amp;P)</translation>
    </message>
    <message>
        <source>%1 is in the trash.</source>
        <translation>%1 已移到回收站。</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>放回原处</translation>
    </message>
    <message>
        <source>%1 cannot be put back; it is in %2.</source>
        <translation>%1 无法放回；它在 %2。</translation>
    </message>
    <message>
        <source>Save the recording</source>
        <translation>保存录制</translation>
    </message>
    <message>
        <source>Recordings (*.coro)</source>
        <translation>录制 (*.coro)</translation>
    </message>
    <message>
        <source>%1 holds %2 of this run, from power-on.</source>
        <translation>%1 包含本次运行自上电起的 %2。</translation>
    </message>
    <message>
        <source>It plays again exactly up to %1: then something was moved while the program stood at a line.</source>
        <translation>到 %1 为止可精确重放：之后在程序停在某一行时有东西被移动了。</translation>
    </message>
    <message>
        <source>Play it again</source>
        <translation>重新播放</translation>
    </message>
    <message>
        <source>Playing %1 (%2): all that was moved and typed comes by itself. What you do takes over.</source>
        <translation>正在播放 %1（%2）：移动和输入的一切会自行发生。你的操作会接管。</translation>
    </message>
    <message>
        <source>%1 came out exactly as it was recorded.</source>
        <translation>%1 的结果与录制时完全一致。</translation>
    </message>
    <message>
        <source>You took over from %1: from here on it is a new run.</source>
        <translation>你已接管 %1：从这里开始是新的运行。</translation>
    </message>
    <message>
        <source>Back to the saved files</source>
        <translation>恢复为已保存的文件</translation>
    </message>
    <message>
        <source>The unsaved texts of %1 are back; they have not been run.</source>
        <translation>%1 未保存的文本已恢复；尚未运行。</translation>
    </message>
    <message>
        <source>&amp;Sound of the board</source>
        <translation>开发板的声音(&amp;S)</translation>
    </message>
    <message>
        <source>%1 did not come out as it was recorded.</source>
        <translation>%1 的结果与录制时不同。</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::MotionBox</name>
    <message>
        <source>Shake</source>
        <translation>摇晃</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>倾斜</translation>
    </message>
    <message>
        <source>Tap</source>
        <translation>轻敲</translation>
    </message>
    <message>
        <source>Double tap</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>跌落</translation>
    </message>
    <message>
        <source>Turn around</source>
        <translation>转一圈</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::MotorItem</name>
    <message>
        <source>%1 turns a minute</source>
        <translation>每分钟 %1 转</translation>
    </message>
    <message>
        <source>driven with %1 %</source>
        <translation>驱动力 %1 %</translation>
    </message>
    <message>
        <source>braking</source>
        <translation>制动中</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>开发板</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>my-project</source>
        <translation>my-project</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Where the project goes</source>
        <translation>项目存放位置</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>no board was found</source>
        <translation>没有找到开发板</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PartGroup</name>
    <message>
        <source>%1 cut</source>
        <translation>%1 断开</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>%1 stuck low</source>
        <translation>%1 卡在低电平</translation>
    </message>
    <message>
        <source>%1 stuck high</source>
        <translation>%1 卡在高电平</translation>
    </message>
    <message>
        <source>noise on %1</source>
        <translation>%1 有干扰</translation>
    </message>
    <message>
        <source>brown-out</source>
        <translation>欠压</translation>
    </message>
    <message>
        <source>What can break</source>
        <translation>可能的故障</translation>
    </message>
    <message>
        <source>Faults of %1</source>
        <translation>%1 的故障</translation>
    </message>
    <message>
        <source>Removed from the board</source>
        <translation>从板上移除</translation>
    </message>
    <message>
        <source>Sensor frozen</source>
        <translation>传感器冻结</translation>
    </message>
    <message>
        <source>Wire cut</source>
        <translation>导线断开</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Line stuck low</source>
        <translation>线路卡在低电平</translation>
    </message>
    <message>
        <source>Line stuck high</source>
        <translation>线路卡在高电平</translation>
    </message>
    <message>
        <source>Noise on the bus</source>
        <translation>总线干扰</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PartInspector</name>
    <message>
        <source>Part</source>
        <translation>部件</translation>
    </message>
    <message>
        <source>Choose a part…</source>
        <translation>选择部件…</translation>
    </message>
    <message>
        <source>Select a part on the board to see and change what it is made of.

Drag from one of its pads to a pin of the board to wire it.</source>
        <translation>在开发板上选择一个部件，即可查看和更改它的组成。

从部件的焊盘拖到开发板的引脚即可连线。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Wires</source>
        <translation>连线</translation>
    </message>
    <message>
        <source>Wire of %1</source>
        <translation>%1 的连线</translation>
    </message>
    <message>
        <source>as usual (%1)</source>
        <translation>默认（%1）</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>When the board starts</source>
        <translation>开发板启动时</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>The key of the keyboard that presses it</source>
        <translation>按下它的键盘按键</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>From the left</source>
        <translation>距左侧</translation>
    </message>
    <message>
        <source>From the top</source>
        <translation>距顶部</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Rotation</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>%1 parts selected</source>
        <translation>已选择 %1 个部件</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PartItem</name>
    <message>
        <source>, read %1</source>
        <translation>，读到 %1</translation>
    </message>
    <message>
        <source>Key: %1</source>
        <translation>按键：%1</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PartPalette</name>
    <message>
        <source>Buttons and knobs</source>
        <translation>按钮与旋钮</translation>
    </message>
    <message>
        <source>Lights</source>
        <translation>灯</translation>
    </message>
    <message>
        <source>Displays</source>
        <translation>显示屏</translation>
    </message>
    <message>
        <source>Motors and sound</source>
        <translation>电机与声音</translation>
    </message>
    <message>
        <source>Temperature and air</source>
        <translation>温度与空气</translation>
    </message>
    <message>
        <source>Light and colour</source>
        <translation>光与颜色</translation>
    </message>
    <message>
        <source>Motion and distance</source>
        <translation>运动与距离</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Clock, memory, pins</source>
        <translation>时钟、存储、引脚</translation>
    </message>
    <message>
        <source>Other parts</source>
        <translation>其他部件</translation>
    </message>
    <message>
        <source>Find a part</source>
        <translation>查找部件</translation>
    </message>
    <message>
        <source>Parts to add</source>
        <translation>可添加的部件</translation>
    </message>
    <message>
        <source>%1
Drag it onto the board, or press Enter.</source>
        <translation>%1
拖到开发板上，或按 Enter。</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PartsPanel</name>
    <message>
        <source>Add a part</source>
        <translation>添加部件</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PinBankItem</name>
    <message>
        <source>%1 Hz</source>
        <translation>%1 Hz</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>休眠</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PinItem</name>
    <message>
        <source>not used by the program</source>
        <translation>程序未使用</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>last edge at %1 (%2 ago)</source>
        <translation>最近一次跳变：%1（%2 前）</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PlotView</name>
    <message>
        <source>Plot of printed numbers</source>
        <translation>打印数字的曲线</translation>
    </message>
    <message>
        <source>Numbers the program prints appear here as curves:
print(21.5)   print(&apos;t:21.5 rh:40&apos;)   print((1, 2))</source>
        <translation>程序打印的数字会在这里显示为曲线：
print(21.5)   print(&apos;t:21.5 rh:40&apos;)   print((1, 2))</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PoseView</name>
    <message>
        <source>roll %1°  pitch %2°  yaw %3°</source>
        <translation>横滚 %1°  俯仰 %2°  偏航 %3°</translation>
    </message>
    <message>
        <source>The board in space</source>
        <translation>空间中的板</translation>
    </message>
    <message>
        <source>Drag to tilt the board, with Shift or the wheel to turn it; double-click lays it flat.
Keys: arrows, Page Up, Page Down, Home.</source>
        <translation>拖动可倾斜板子,按住 Shift 或滚轮可旋转;双击放平。
按键:方向键、Page Up、Page Down、Home。</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 磅</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>更改语言将在下次启动后生效。</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>行为</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>启动时</translation>
    </message>
    <message>
        <source>Go on with the last program</source>
        <translation>继续上次的程序</translation>
    </message>
    <message>
        <source>Show the start page</source>
        <translation>显示起始页</translation>
    </message>
    <message>
        <source>Run the board&apos;s demo</source>
        <translation>运行开发板演示</translation>
    </message>
    <message>
        <source>Save files</source>
        <translation>保存文件</translation>
    </message>
    <message>
        <source>When I say so</source>
        <translation>由我决定</translation>
    </message>
    <message>
        <source>Before running</source>
        <translation>运行之前</translation>
    </message>
    <message>
        <source>Before running and when leaving the window</source>
        <translation>运行之前和离开窗口时</translation>
    </message>
    <message>
        <source>As fast as possible</source>
        <translation>尽可能快</translation>
    </message>
    <message>
        <source>Speed at the start</source>
        <translation>启动时的速度</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::ProjectSearch</name>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Find in all files of the project</source>
        <translation>在项目的所有文件中查找</translation>
    </message>
    <message>
        <source>Match capital letters</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>找到的位置</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message numerus="yes">
        <source>The first %n place(s)</source>
        <translation>
            <numerusform>前 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>coroboard::gui::ProjectTree</name>
    <message>
        <source>Files of the project</source>
        <translation>项目的文件</translation>
    </message>
    <message>
        <source>Name of the new file</source>
        <translation>新文件的名称</translation>
    </message>
    <message>
        <source>This program runs alone: the board&apos;s flash is in memory.

A folder with a main.py is a project; its files are the board&apos;s flash.</source>
        <translation>此程序单独运行：开发板的闪存在内存中。

含有 main.py 的文件夹是一个项目；其文件就是开发板的闪存。</translation>
    </message>
    <message>
        <source>This program runs alone. Open a folder with a main.py to have files beside it.</source>
        <translation>此程序单独运行。打开含有 main.py 的文件夹，才能在旁边放文件。</translation>
    </message>
    <message>
        <source>Name of the new folder</source>
        <translation>新文件夹的名称</translation>
    </message>
    <message>
        <source>A project needs its main.py.</source>
        <translation>项目需要它的 main.py。</translation>
    </message>
    <message>
        <source>New name of %1</source>
        <translation>%1 的新名称</translation>
    </message>
    <message>
        <source>“%1” is no name for a file in this project.</source>
        <translation>“%1”不能用作此项目中的文件名。</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 已存在。</translation>
    </message>
    <message>
        <source>%1 cannot be made here.</source>
        <translation>%1 无法在此创建。</translation>
    </message>
    <message>
        <source>%1 cannot be renamed.</source>
        <translation>%1 无法重命名。</translation>
    </message>
    <message>
        <source>%1 cannot be moved to the trash, so it stays.</source>
        <translation>%1 无法移到回收站，因此保留不动。</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::RelayItem</name>
    <message>
        <source>moving</source>
        <translation>切换中</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::ScreenItem</name>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>bytes lost while it was busy: %1</source>
        <translation>忙时丢失的字节数：%1</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::SensorPanel</name>
    <message>
        <source>Sensors</source>
        <translation>传感器</translation>
    </message>
    <message>
        <source>This board has nothing to move.</source>
        <translation>此开发板没有可以调节的东西。</translation>
    </message>
    <message>
        <source>Find a sensor or part</source>
        <translation>查找传感器或部件</translation>
    </message>
    <message>
        <source>The whole board</source>
        <translation>整块板</translation>
    </message>
    <message>
        <source>Play a recorded world…</source>
        <translation>播放录制的环境…</translation>
    </message>
    <message>
        <source>Recorded world: time, quantity, …</source>
        <translation>录制的环境:time、物理量、…</translation>
    </message>
    <message>
        <source>Recorded values (*.csv)</source>
        <translation>录制的数值 (*.csv)</translation>
    </message>
    <message>
        <source>Stop all movement</source>
        <translation>停止所有变化</translation>
    </message>
    <message>
        <source>Brown-out</source>
        <translation>欠压</translation>
    </message>
    <message>
        <source>Repair everything</source>
        <translation>全部修复</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>全部折叠</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Board in space</source>
        <translation>空间中的板</translation>
    </message>
    <message>
        <source>Sensed by %1</source>
        <translation>由 %1 感知</translation>
    </message>
    <message>
        <source>Nothing on this board is called that.</source>
        <translation>板上没有叫这个名字的部件。</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::ServoItem</name>
    <message>
        <source>At %1°</source>
        <translation>位于 %1°</translation>
    </message>
    <message>
        <source>no pulses</source>
        <translation>没有脉冲</translation>
    </message>
    <message>
        <source>going to %1° (%2 µs)</source>
        <translation>正转向 %1°（%2 µs）</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::SignalsCanvas</name>
    <message>
        <source>Signals over time</source>
        <translation>信号随时间变化</translation>
    </message>
    <message>
        <source>This board has no signal “%1”.</source>
        <translation>此开发板没有信号“%1”。</translation>
    </message>
    <message>
        <source>  high</source>
        <translation>  高</translation>
    </message>
    <message>
        <source>  low</source>
        <translation>  低</translation>
    </message>
    <message>
        <source>width %1</source>
        <translation>宽度 %1</translation>
    </message>
    <message>
        <source>%1, duty %2 %</source>
        <translation>%1，占空比 %2 %</translation>
    </message>
    <message>
        <source>decoding…</source>
        <translation>正在解码…</translation>
    </message>
    <message>
        <source>Click: cursor A, Shift+click: cursor B</source>
        <translation>单击：光标 A，Shift+单击：光标 B</translation>
    </message>
    <message>
        <source>%1  %2 %</source>
        <translation>%1  %2 %</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::SignalsView</name>
    <message>
        <source>Cursor read-out</source>
        <translation>光标读数</translation>
    </message>
    <message>
        <source>Follow live</source>
        <translation>跟随实时</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Previous edge</source>
        <translation>上一个边沿</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>Next edge</source>
        <translation>下一个边沿</translation>
    </message>
    <message>
        <source>full stop</source>
        <translation>句点</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>+, wheel</source>
        <translation>+，滚轮</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>−, wheel</source>
        <translation>−，滚轮</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>Add lane</source>
        <translation>添加通道</translation>
    </message>
    <message>
        <source>Scroll the lanes</source>
        <translation>滚动通道</translation>
    </message>
    <message>
        <source>No board yet</source>
        <translation>还没有开发板</translation>
    </message>
    <message>
        <source>Decoded bus</source>
        <translation>已解码总线</translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <translation>%1  (%2)</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>触发</translation>
    </message>
    <message>
        <source>T</source>
        <translation>T</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 已写入。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>What is &amp;visible…</source>
        <translation>可见部分(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Everything recorded…</source>
        <translation>全部记录(&amp;E)…</translation>
    </message>
    <message>
        <source>Export what is visible</source>
        <translation>导出可见部分</translation>
    </message>
    <message>
        <source>Export everything recorded</source>
        <translation>导出全部记录</translation>
    </message>
    <message>
        <source>Waveforms for PulseView and GTKWave (*.vcd)</source>
        <translation>PulseView 和 GTKWave 波形 (*.vcd)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>%1: cannot be written</source>
        <translation>%1：无法写入</translation>
    </message>
    <message>
        <source>%1: signals are written as .vcd, .csv or .png</source>
        <translation>%1：信号可写为 .vcd、.csv 或 .png</translation>
    </message>
    <message>
        <source>Another export is still being written.</source>
        <translation>另一个导出仍在写入。</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>正在写入 %1…</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>正在等待 %1</translation>
    </message>
    <message>
        <source>%1: %2 ↑, %3, duty %4 %</source>
        <translation>%1：%2 ↑，%3，占空比 %4 %</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::SoundButton</name>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::StartPage</name>
    <message>
        <source>Start</source>
        <translation>起始页</translation>
    </message>
    <message>
        <source>A sensor board on your desk, with its event loop laid open.</source>
        <translation>桌上的传感器开发板，事件循环一览无余。</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>What you open will be listed here.</source>
        <translation>打开过的内容会列在这里。</translation>
    </message>
    <message>
        <source>Show this page at the start</source>
        <translation>启动时显示此页</translation>
    </message>
    <message>
        <source>Back to the board (Esc)</source>
        <translation>回到开发板 (Esc)</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>回到开发板</translation>
    </message>
    <message>
        <source>Pick something and watch it run</source>
        <translation>挑一个，看它运行</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Lessons: async and await, one idea at a time</source>
        <translation>课程：async 与 await，一次一个概念</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>开发板</translation>
    </message>
    <message>
        <source>Parts, one at a time</source>
        <translation>部件，逐个了解</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::StatePill</name>
    <message>
        <source>Program state</source>
        <translation>程序状态</translation>
    </message>
    <message>
        <source>Watchdog reset</source>
        <translation>看门狗复位</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::StimulusEditor</name>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>阶跃</translation>
    </message>
    <message>
        <source>Ramp</source>
        <translation>斜坡</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>方波</translation>
    </message>
    <message>
        <source>Triangle</source>
        <translation>三角波</translation>
    </message>
    <message>
        <source>Sawtooth</source>
        <translation>锯齿波</translation>
    </message>
    <message>
        <source>Random walk</source>
        <translation>随机游走</translation>
    </message>
    <message>
        <source>Recorded (CSV)</source>
        <translation>录制 (CSV)</translation>
    </message>
    <message>
        <source>How %1 moves by itself</source>
        <translation>%1 如何自行变化</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Recorded file for %1</source>
        <translation>%1 的录制文件</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>%1 from</source>
        <translation>%1 起点</translation>
    </message>
    <message>
        <source>%1 to</source>
        <translation>%1 终点</translation>
    </message>
    <message>
        <source>%1 time</source>
        <translation>%1 时间</translation>
    </message>
    <message>
        <source>%1 noise</source>
        <translation>%1 噪声</translation>
    </message>
    <message>
        <source>%1 over the last seconds</source>
        <translation>%1 最近几秒</translation>
    </message>
    <message>
        <source>Line: what is true. Dots: what the program read.</source>
        <translation>线:真实值。点:程序读到的值。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>In</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>周期</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Recorded values for %1</source>
        <translation>%1 的录制值</translation>
    </message>
    <message>
        <source>Recorded values (*.csv)</source>
        <translation>录制的数值 (*.csv)</translation>
    </message>
    <message>
        <source>%1 has no column &quot;%2&quot;</source>
        <translation>%1 没有名为“%2”的列</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::StopView</name>
    <message>
        <source>Breakpoint: %1</source>
        <translation>断点：%1</translation>
    </message>
    <message>
        <source>Step: %1</source>
        <translation>单步：%1</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>已暂停：%1</translation>
    </message>
    <message>
        <source>Call stack</source>
        <translation>调用栈</translation>
    </message>
    <message>
        <source>The breakpoint&apos;s condition cannot be worked out: %1</source>
        <translation>无法计算断点的条件：%1</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::TaskModel</name>
    <message>
        <source> ← %1</source>
        <translation> ← %1</translation>
    </message>
    <message>
        <source>Coroutine</source>
        <translation>协程</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Suspended at</source>
        <translation>挂起于</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>恢复次数</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>inert</source>
        <translation>惰性</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>取消中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::TaskView</name>
    <message>
        <source>Coroutines</source>
        <translation>协程</translation>
    </message>
    <message>
        <source>No coroutines. Run a program that uses asyncio and watch it here.</source>
        <translation>没有协程。运行一个使用 asyncio 的程序，在这里观察。</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::Tour</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>导览</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::TransportBar</name>
    <message>
        <source>Max</source>
        <translation>最快</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>运行控制</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How fast virtual time passes</source>
        <translation>虚拟时间流逝的速度</translation>
    </message>
    <message>
        <source>Virtual time</source>
        <translation>虚拟时间</translation>
    </message>
    <message>
        <source>Real time</source>
        <translation>实时比</translation>
    </message>
    <message>
        <source>Virtual seconds that pass in one second of yours</source>
        <translation>现实一秒内流逝的虚拟秒数</translation>
    </message>
    <message>
        <source>Chip load</source>
        <translation>芯片负载</translation>
    </message>
    <message>
        <source>Share of virtual time in which the emulated chip was executing</source>
        <translation>模拟芯片执行指令所占虚拟时间的比例</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>开发板</translation>
    </message>
    <message>
        <source>The board under the program</source>
        <translation>程序所用的开发板</translation>
    </message>
    <message>
        <source>Open board…</source>
        <translation>打开开发板…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>No program</source>
        <translation>没有程序</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Watchdog reset</source>
        <translation>看门狗复位</translation>
    </message>
    <message>
        <source>Hard fault</source>
        <translation>硬件错误</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::TriggerForm</name>
    <message>
        <source>Trigger</source>
        <translation>触发</translation>
    </message>
    <message>
        <source>Wait for</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>边沿</translation>
    </message>
    <message>
        <source>rising</source>
        <translation>上升</translation>
    </message>
    <message>
        <source>falling</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>either</source>
        <translation>任一</translation>
    </message>
    <message>
        <source>while</source>
        <translation>同时</translation>
    </message>
    <message>
        <source>and</source>
        <translation>与</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>电平</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>every time</source>
        <translation>每次</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>任意</translation>
    </message>
</context>
<context>
    <name>coroboard::gui::WatchList</name>
    <message>
        <source>Watched expressions</source>
        <translation>监视的表达式</translation>
    </message>
    <message>
        <source>Add an expression…</source>
        <translation>添加表达式…</translation>
    </message>
</context>
</TS>
