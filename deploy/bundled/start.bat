@echo off
rem Starts Dialogue for this computer and for the phones on its network. Words after it are given on: start.bat doctor
setlocal
set "FITTING=@PYTHONS@"
cd /d "%~dp0"

set "FOUND="
for %%v in (%FITTING%) do if not defined FOUND call :try %%v
if not defined FOUND goto missing

if "%~1"=="" (%FOUND% start.py --lan) else (%FOUND% start.py %*)
set "ENDED=%ERRORLEVEL%"
if not "%ENDED%"=="0" pause
exit /b %ENDED%

:try
py -%1 -c "" >nul 2>&1 && set "FOUND=py -%1" && exit /b 0
python -c "import sys; sys.exit('%1' != '.'.join(map(str, sys.version_info[:2])))" >nul 2>&1 && set "FOUND=python"
exit /b 0

:missing
echo Dialogue needs Python, in one of these versions: %FITTING%. None of them was found on this computer.
echo Install one of them (READ-ME-FIRST.txt says how), then start again.
pause
exit /b 1
